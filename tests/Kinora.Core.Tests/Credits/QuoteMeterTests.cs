using Kinora.Core.Credits;

namespace Kinora.Core.Tests.Credits;

public sealed class QuoteMeterTests
{
    [Theory]
    [InlineData(7.04, 145)]
    [InlineData(7.5, 165)]
    [InlineData(0.2, 25)]
    [InlineData(40, 600)]
    [InlineData(0, 600)]
    [InlineData(-3, 600)]
    [InlineData(double.NaN, 600)]
    [InlineData(double.PositiveInfinity, 600)]
    public void What_is_charged_by_length_counts_whole_seconds_and_never_more_than_was_held(double seconds, long charge) =>
        new QuoteMeter(Fixed: 5, PerSecond: 20, PerUpstreamCredit: 0).Charge(600, seconds, upstreamCredits: null).ShouldBe(charge);

    [Theory]
    [InlineData(0.0, 5)]
    [InlineData(60.0, 80)]
    [InlineData(60.5, 81)]
    [InlineData(9999.0, 313)]
    [InlineData(null, 313)]
    public void What_is_charged_by_the_bill_is_rounded_up_and_never_more_than_was_held(double? upstream, long charge) =>
        new QuoteMeter(Fixed: 5, PerSecond: 0, PerUpstreamCredit: 1.25m).Charge(313, seconds: 0, (decimal?)upstream).ShouldBe(charge);

    [Theory]
    [InlineData(2, 10, 60)]
    [InlineData(0, 10, 500)]
    public void Length_and_bill_add_up_where_both_are_known(double seconds, int upstream, long charge) =>
        new QuoteMeter(Fixed: 0, PerSecond: 20, PerUpstreamCredit: 2).Charge(500, seconds, upstream).ShouldBe(charge);

    [Fact]
    public void Nothing_is_made_for_less_than_a_credit() => new QuoteMeter(0, 0, 1).Charge(100, seconds: 0, upstreamCredits: 0).ShouldBe(1);

    [Fact]
    public void A_bill_that_no_sum_can_hold_charges_what_was_held() =>
        new QuoteMeter(0, 0, 1.25m).Charge(313, 8, upstreamCredits: decimal.MaxValue).ShouldBe(313);

    [Fact]
    public void The_margin_is_what_is_left_of_the_price_when_the_provider_is_paid()
    {
        var quote = new Quote(105, 0.525m, Exact: true, [], UpstreamCredits: 55);
        (quote.UpstreamUsd, quote.MarginUsd).ShouldBe((0.275m, 0.25m));
    }
}
