namespace MeanField.EndToEnd.Tests;

/// <summary>Results are read without this program.</summary>
public class NumpyTests
{
    private const string Script = """
        import csv, hashlib, json, sys
        import numpy
        folder = sys.argv[1]
        result = json.load(open(folder + "/result.json"))
        manifest = json.load(open(folder + "/manifest.json"))
        network = manifest["spec"]["network"]
        particles = numpy.load(folder + "/particles.npy")
        residuals = numpy.load(folder + "/residuals.npy")
        assert particles.shape == (network["particles"], manifest["spec"]["data"]["dimension"]), particles.shape
        assert particles.dtype == numpy.dtype("<f8") and residuals.dtype == numpy.dtype("<f8")
        assert residuals.shape == (result["steps"],), residuals.shape
        assert hashlib.sha256(particles.tobytes()).hexdigest() == result["finalStateHash"]
        assert hashlib.sha256(residuals.tobytes()).hexdigest() == result["trajectoryHash"]
        rows = list(csv.DictReader(open(folder + "/trajectory.csv")))
        assert [float(row["risk"]) for row in rows] == [o["risk"] for o in result["observations"]]
        norms = numpy.linalg.norm(particles, axis=1)
        assert abs(norms.mean() - float(rows[-1]["weightNormMean"])) < 1e-12 * norms.mean()
        histograms = numpy.load(folder + "/histograms.npz")
        assert len(histograms.files) > 0
        counted = [histograms[name] for name in histograms.files if histograms[name].ndim == 2]
        assert any((block.sum(axis=1) == network["particles"]).all() for block in counted), histograms.files
        """;

    [NumpyFact]
    public async Task Numpy_opens_every_array_and_finds_the_hashes_and_moments_of_the_result()
    {
        using var folder = new TemporaryDirectory();
        string[] quick = [.. ReducedExperiment.Arguments(Repository.Experiment("isotropic-gaussians.json"))];
        await Meanfield.SucceedAsync(["run", .. quick, "--out", folder["run"], "--engine", "serial"]);
        Numpy.Check(Script, folder["run"]);
    }
}
