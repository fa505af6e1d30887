using MeanField.Cli;
using MeanField.Cli.Commands;

var shell = Shell.Process();
// standard output is for results: what any library prints goes where logs go
Console.SetOut(Console.Error);
using var interruption = new Interruption();
return await CommandLine.InvokeAsync(args, shell, interruption.Token);
