using MeanField.Cli.Running;

namespace MeanField.Cli.Tests.Running;

public class EngineChoiceTests
{
    [Fact]
    public void A_run_needs_a_shard_at_least()
    {
        var refusal = Assert.Throws<Refusal>(() => new EngineChoice(EngineKind.Actors, 0).Check());
        Assert.Equal((ExitCode.BadUsage, "--shards"), (refusal.ExitCode, refusal.Faults[0].Path));
    }

    [Fact]
    public void The_serial_engine_has_no_shards() =>
        Assert.Throws<Refusal>(() => new EngineChoice(EngineKind.Serial, 2).Check());

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(65)]
    public void A_run_needs_a_process_and_no_slip_of_the_finger_starts_a_thousand(int nodes)
    {
        var refusal = Assert.Throws<Refusal>(() => new EngineChoice(EngineKind.Actors, null, nodes).Check());
        Assert.Equal((ExitCode.BadUsage, "--nodes"), (refusal.ExitCode, refusal.Faults[0].Path));
    }

    [Fact]
    public void The_serial_engine_is_one_process() =>
        Assert.Throws<Refusal>(() => new EngineChoice(EngineKind.Serial, null, 2).Check());

    [Fact]
    public void Any_other_choice_is_fine()
    {
        new EngineChoice(EngineKind.Serial, null).Check();
        new EngineChoice(EngineKind.Actors, null).Check();
        new EngineChoice(EngineKind.Actors, 7).Check();
        new EngineChoice(EngineKind.Actors, null, 64).Check();
    }
}
