using System.Text;
using MeanField.Core.Data;
using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Data;

/// <summary>File laws over tables that a test writes.</summary>
public abstract class TableLawTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("meanfield-data-").FullName;

    public void Dispose()
    {
        Directory.Delete(_directory, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected string FileNamed(string name) => Path.Combine(_directory, name);

    private protected IDataLaw Csv(string text, Func<FileData, FileData>? change = null, ulong seed = 1) =>
        Open("t.csv", Encoding.UTF8.GetBytes(text), "y", change, seed);

    private protected IDataLaw Open(
        string name, byte[] bytes, string target, Func<FileData, FileData>? change = null, ulong seed = 1)
    {
        File.WriteAllBytes(FileNamed(name), bytes);
        var data = new FileData(FileNamed(name), target, null, false, 0.2);
        return DataLaws.Create(change?.Invoke(data) ?? data, seed);
    }

    /// <summary>The test set's rows of two features and a target.</summary>
    private protected static IEnumerable<(double, double, double)> Rows(IDataLaw law)
    {
        var set = law.FixedTestSet!;
        return set.Targets.Select((y, m) => (set.Inputs[2 * m], set.Inputs[2 * m + 1], y));
    }

    private protected static string Refusal(Func<IDataLaw> create) =>
        Assert.Single(Assert.Throws<SpecificationException>(create).Faults).ToString();
}
