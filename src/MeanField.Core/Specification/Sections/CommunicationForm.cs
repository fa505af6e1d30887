using MeanField.Core.Specification.Forms;

namespace MeanField.Core.Specification.Sections;

internal static class CommunicationForm
{
    /// <summary>
    /// Samples that a round may look ahead: the sums of their pairs grow with the square, to some 200 kB here.
    /// </summary>
    public const int MostSamples = 128;

    private const string Tag = "strategy";

    public static readonly KindForm<CommunicationSpec> Form = new KindForm<CommunicationSpec>("a strategy", Tag)
        .Or(new ObjectForm<ExactCommunication>(new()) { Tag = Tag, Kind = "exact" })
        .Or(new ObjectForm<LookAheadCommunication>(new(1)) { Tag = Tag, Kind = "lookAhead" }
            .Required(
                "window",
                "Steps per round; their residuals are foretold at its start",
                new IntegerForm<int>(1, MostSamples),
                c => c.Window,
                (c, v) => c with { Window = v })
            .Optional(
                "tolerance",
                "What residuals may be wrong by: windows are tried until they are not; null: they are not tried",
                new NumberOrNull<double>(NumberForm.Positive),
                c => c.Tolerance,
                (c, v) => c with { Tolerance = v }));
}
