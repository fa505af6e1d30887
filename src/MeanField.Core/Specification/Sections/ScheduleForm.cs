using MeanField.Core.Specification.Forms;

namespace MeanField.Core.Specification.Sections;

internal static class ScheduleForm
{
    public static readonly KindForm<ScheduleSpec> Form = new KindForm<ScheduleSpec>("a schedule")
        .Or(new ObjectForm<ConstantSchedule>(new(1)) { Kind = "constant" }
            .Optional("value", "ξ", NumberForm.NonNegative, s => s.Value, (s, v) => new(v)))
        .Or(new ObjectForm<PowerSchedule>(new(0, 0)) { Kind = "power", Check = StartIsFinite }
            .Required(
                "exponent",
                "ξ(t) = (t + offset)^exponent",
                NumberForm.Any,
                s => s.Exponent,
                (s, v) => s with { Exponent = v })
            .Optional(
                "offset",
                "Added to the time",
                NumberForm.NonNegative,
                s => s.Offset,
                (s, v) => s with { Offset = v }))
        .Or(new ObjectForm<PiecewiseSchedule>(new([])) { Kind = "piecewise" }
            .Required(
                "knots",
                "Points [t, ξ(t)], t ascending: linear between them, constant outside",
                Common.Knots(1, NumberForm.NonNegative),
                s => s.Knots,
                (s, v) => new(v)));

    private static void StartIsFinite(PowerSchedule schedule, Cursor at)
    {
        if (at.AreClean("exponent", "offset") && schedule is { Exponent: < 0, Offset: 0 })
            at.Refuse("offset", "must be positive where the exponent is negative, is 0");
    }
}
