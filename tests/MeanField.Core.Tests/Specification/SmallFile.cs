using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Specification;

/// <summary>A small experiment file that is valid, to be changed in one place and read.</summary>
internal static class SmallFile
{
    public const string Text =
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

    public static ExperimentSpec Read(params string[] sets) => SpecificationJson.Parse(Text, null, sets);

    /// <summary>The faults after these changes, as people see them.</summary>
    public static string[] Faults(params string[] sets) => FaultsOf(Text, sets);

    public static string[] FaultsOf(string json, params string[] sets)
    {
        var error = Assert.Throws<SpecificationException>(() => SpecificationJson.Parse(json, null, sets));
        return [.. error.Faults.Select(fault => fault.ToString())];
    }
}
