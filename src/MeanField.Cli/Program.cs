Console.WriteLine("meanfield");
