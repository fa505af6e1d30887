namespace MeanField.Theory.Radial;

/// <summary>The norms as the flow carries them: r(t; r₀) at Gauss nodes of panels of the initial norm
/// r₀.</summary>
/// <remarks>Where the flow parts the law (some neurons shrink, others grow) r(t; ·) becomes arbitrarily
/// steep. A panel
/// is halved while its polynomial still resolves the map, or until the mass in it no longer
/// matters.</remarks>
public sealed class CarriedNorms
{
    private const int MostPanels = 1024;

    private readonly RadialStart _start;
    private readonly Func<double, double> _tilt;
    private readonly List<(double Low, double High)> _panels = [];

    /// <param name="start">The law at the start.</param>
    /// <param name="panels">How many there are before any is halved.</param>
    /// <param name="tilt">A density against that law, as a function of the quantile level; 1 if null.</param>
    public CarriedNorms(RadialStart start, int panels, Func<double, double>? tilt = null)
    {
        _start = start;
        _tilt = tilt ?? (_ => 1);
        for (var p = 0; p < panels; p++)
            _panels.Add((Edge(p, panels), Edge(p + 1, panels)));
        Relabel();
        Radii = [.. Labels];
    }

    /// <summary>r(t; r₀) at the nodes, ascending in r₀.</summary>
    public double[] Radii { get; private set; }

    /// <summary>The mass of each node, of sum 1.</summary>
    public double[] Masses { get; private set; } = [];

    private double[] Labels { get; set; } = [];

    /// <summary>The law that the nodes carry; the flow keeps their order, hence their quantile
    /// levels.</summary>
    public NormLaw Law() => _start is RadialStart.Gaussian gaussian
        ? NormLaw.OfQuantiles(Radii, [.. Labels.Select(gaussian.Level)], Masses)
        : NormLaw.OfAtoms(Radii, Masses);

    /// <summary>Halves the panels whose map is no longer resolved to the tolerance; says whether there were
    /// any.</summary>
    public bool Refine(double tolerance)
    {
        if (_start is RadialStart.Point)
            return false;
        var radii = new List<double>(Radii.Length);
        var panels = _panels.ToArray();
        _panels.Clear();
        for (var p = 0; p < panels.Length; p++)
        {
            var carried = Radii.AsSpan(p * LegendrePanel.Nodes, LegendrePanel.Nodes);
            var mass = Masses.AsSpan(p * LegendrePanel.Nodes, LegendrePanel.Nodes).ToArray().Sum();
            Keep(panels[p], carried, mass * LegendrePanel.Tail(carried) > tolerance, radii);
        }
        if (_panels.Count == panels.Length)
            return false;
        if (_panels.Count > MostPanels)
            throw new ReferenceToleranceException("the law is torn apart", tolerance * MostPanels, tolerance);
        Radii = [.. radii];
        Relabel();
        return true;
    }

    private void Keep(
        (double Low, double High) panel, ReadOnlySpan<double> carried, bool split, List<double> radii)
    {
        if (!split)
        {
            _panels.Add(panel);
            radii.AddRange(carried);
            return;
        }
        var middle = (panel.Low + panel.High) / 2;
        _panels.Add((panel.Low, middle));
        _panels.Add((middle, panel.High));
        radii.AddRange(LegendrePanel.Split(carried).Select(r => Math.Max(r, 0)));
    }

    private double Edge(int p, int panels) => _start.Low + (_start.High - _start.Low) * p / panels;

    private void Relabel()
    {
        if (_start is not RadialStart.Gaussian gaussian)
        {
            (Labels, Masses) = ([_start.Low], [1]);
            return;
        }
        var rule = LegendrePanel.Rule;
        Labels = [.. _panels.SelectMany(p => rule.Nodes.Select(x => p.Low + (p.High - p.Low) * x))];
        var masses = _panels.SelectMany(p => rule.Weights.Select(weight => weight * (p.High - p.Low)))
            .Zip(Labels, (weight, label) =>
                weight * gaussian.Density(label) * _tilt(gaussian.Level(label))).ToArray();
        var total = masses.Sum();
        Masses = [.. masses.Select(mass => mass / total)];
    }
}
