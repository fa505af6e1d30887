using MeanField.Lab.Animations.Drawing;
using MeanField.Lab.Tests.Support;

namespace MeanField.Lab.Tests.Animations;

public class PathTextTests
{
    [Fact]
    public void A_long_path_ends_where_it_should_and_not_where_rounded_displacements_lead()
    {
        var points = Enumerable.Range(0, 1000).Select(i => (X: i * .123, Y: 200 - i * .087)).ToArray();
        var read = PathPoints.Of(new PathText().Line(points).ToString());
        Assert.All(points.Zip(read[0]), pair =>
        {
            Assert.Equal(pair.First.X, pair.Second.X, .0501);
            Assert.Equal(pair.First.Y, pair.Second.Y, .0501);
        });
    }

    [Fact]
    public void What_follows_a_closed_area_begins_at_its_own_place()
    {
        var path = new PathText().Area([(1, 1), (5, 1), (5, 4)]).Circle(20, 30, 2).Dot(7, 8).ToString();
        Assert.Equal("m1 1l4 0l0 3zm17 29a2 2 0 1 0 4 0a2 2 0 1 0 -4 0zm-11-22h0", path);
        Assert.Equal([(1, 1), (18, 30), (7, 8)], PathPoints.Of(path).Select(part => part[0]));
    }

    [Fact]
    public void An_arrow_ends_at_its_tip_and_none_is_drawn_where_it_would_be_a_speck()
    {
        var path = new PathText();
        ArrowOutline.Add(path, (10, 10), (10.3, 10.2), 2);
        Assert.Equal("", path.ToString());
        ArrowOutline.Add(path, (10, 10), (40, 50), 2);
        var arrow = Assert.Single(PathPoints.Arrows(path.ToString()));
        Assert.Equal(30, arrow.Across, .1);
        Assert.Equal(40, arrow.Down, .1);
    }
}
