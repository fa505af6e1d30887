using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Specification;

/// <summary>Reads what must be refused, and returns the faults as people see them.</summary>
internal static class Faulty
{
    /// <summary>A small specification that is valid.</summary>
    public const string SmallFile =
        """
        {
          "name": "small",
          "network": {
            "particles": 3,
            "activation": { "kind": "tanh" },
            "weights": { "initial": { "kind": "gaussian", "scale": 1 } }
          },
          "data": { "kind": "isotropicGaussians", "dimension": 2, "separation": 0.5 },
          "training": { "stepSize": 0.1, "horizon": 1 }
        }
        """;

    /// <summary>The faults of the small specification after these changes.</summary>
    public static string[] Small(params string[] sets) => Text(SmallFile, sets);

    public static string[] Text(string json, params string[] sets)
    {
        var error = Assert.Throws<SpecificationException>(() => SpecificationJson.Parse(json, null, sets));
        return [.. error.Faults.Select(fault => fault.ToString())];
    }
}
