using MeanField.Actors.Register;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Tests;

public sealed class RegisterStateTests
{
    [Fact]
    public void A_list_holds_what_goes_on_and_the_newest_of_the_rest_and_says_how_many_it_leaves_out()
    {
        const int over = RegisterState.MostListed + 50;
        var state = new RegisterState();
        state.Add(new Chronicle.RunEntered(Status(0, RunState.Running)));
        for (var number = 1; number <= over; number++)
        {
            state.Add(new Chronicle.RunEntered(Status(number, RunState.Running)));
            state.Add(new Chronicle.RunClosed(Status(number, RunState.Completed)));
        }
        var list = state.List();
        Assert.Equal(RunState.Running, list.Runs[0].State);
        Assert.Equal(over, list.Runs[1].SubmittedAt);
        Assert.Equal((RegisterState.MostListed, 51), (list.Runs.Length, list.LeftOut));
        // who comes back to an old run does not make it a new one
        Assert.True(state.Knows(Status(1, RunState.Completed).Run));
    }

    private static RunStatus Status(int number, RunState state) =>
        new(new($"run-{number}"), "", state, 0, 1, 1, 1, 0, number, "");
}
