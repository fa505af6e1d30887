namespace MeanField.Core.Tests.Specification;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("horizen", "horizon")]
    [InlineData("HORIZON", "horizon")]
    [InlineData("batchSize", "batch")]
    [InlineData("decay", "weightDecay")]
    [InlineData("rate", "rates")]
    [InlineData("nosie", "noise")]
    [InlineData("setpSize", "stepSize")]
    public void A_mistyped_key_is_told_the_one_that_was_meant(string typed, string meant)
    {
        var fault = Assert.Single(SmallFile.Faults($"training.{typed}=1"));

        Assert.Contains($"the nearest known name is \"{meant}\" (", fault);
    }
}
