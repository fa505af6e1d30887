using MeanField.Core.Specification;

namespace MeanField.Core.Data.Tables;

/// <summary>A table that cannot be used, said as a fault of the specification that names it.</summary>
internal static class TableFault
{
    public static SpecificationException At(string path, string message) => new([new Fault(path, message)]);
}
