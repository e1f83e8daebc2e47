using System.Net;
using Kinora.Core.Accounts;

namespace Kinora.Core.Tests.Accounts;

public sealed class AddressRangeTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7", true)]
    [InlineData("::ffff:10.0.0.0/104", "10.9.8.7", true)]
    [InlineData("10.0.0.0/8", "::ffff:10.255.0.1", true)]
    [InlineData("10.0.0.0/8", "11.0.0.1", false)]
    [InlineData("10.1.2.3/8", "10.9.9.9", true)]
    [InlineData("0.0.0.0/0", "2001:db8::1", false)]
    [InlineData("2001:db8::/32", "2001:db8:1::9", true)]
    [InlineData("2001:db8::/32", "2001:db9::9", false)]
    [InlineData("::1", "::1", true)]
    public void Range_holds_its_addresses(string range, string address, bool holds)
    {
        AddressRange.TryRead(range, out var read).ShouldBeTrue();
        AddressRange.Contain([read.ToString()], IPAddress.Parse(address)).ShouldBe(holds);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("010.0.0.1")]
    [InlineData("10.1/16")]
    [InlineData("10.0.0.0/33")]
    [InlineData("fe80::1%eth0")]
    [InlineData("example.com")]
    public void What_is_no_address_or_network_is_refused(string? text) => AddressRange.TryRead(text, out _).ShouldBeFalse();

    [Fact]
    public void Caller_without_an_address_is_in_no_range() => AddressRange.Contain(["0.0.0.0/0", "::/0"], null).ShouldBeFalse();
}
