using Kinora.Core.Fetching;

namespace Kinora.Core.Tests.Fetching;

public sealed class FetchRulesTests
{
    [Theory]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://127.8.8.8/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://0.0.0.0/")]
    [InlineData("https://10.1.2.3/")]
    [InlineData("https://172.16.0.1/")]
    [InlineData("https://172.31.255.255/")]
    [InlineData("https://192.168.1.1/")]
    [InlineData("https://100.64.0.1/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://168.63.129.16/")]
    [InlineData("https://192.0.0.1/")]
    [InlineData("https://192.0.2.1/")]
    [InlineData("https://192.88.99.1/")]
    [InlineData("https://198.18.0.1/")]
    [InlineData("https://198.51.100.1/")]
    [InlineData("https://203.0.113.1/")]
    [InlineData("https://224.0.0.1/")]
    [InlineData("https://240.0.0.1/")]
    [InlineData("https://255.255.255.255/")]
    [InlineData("https://[::]/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://[::ffff:8.8.8.8]/")]
    [InlineData("https://[::7f00:1]/")]
    [InlineData("https://[64:ff9b::7f00:1]/")]
    [InlineData("https://[64:ff9b:1::1]/")]
    [InlineData("https://[2002:7f00:1::]/")]
    [InlineData("https://[2001::1]/")]
    [InlineData("https://[2001:db8::1]/")]
    [InlineData("https://[3fff::1]/")]
    [InlineData("https://[fc00::1]/")]
    [InlineData("https://[fd00:ec2::254]/")]
    [InlineData("https://[fe80::1]/")]
    [InlineData("https://[fec0::1]/")]
    [InlineData("https://[ff02::1]/")]
    [InlineData("https://localhost/")]
    [InlineData("https://LOCALHOST./")]
    [InlineData("https://a.localhost/")]
    [InlineData("https://printer.local/")]
    [InlineData("https://metadata.google.internal/")]
    [InlineData("https://intranet/")]
    [InlineData("https://user:password@example.com/")]
    [InlineData("http://example.com/")]
    [InlineData("http://8.8.8.8/")]
    [InlineData("ftp://example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:image/png;base64,AAAA")]
    public void Address_that_is_not_public_https_is_forbidden(string address)
    {
        using var http = new GuardedHttp(new FetchOptions(), TimeProvider.System);

        Should.Throw<FetchException>(() => http.Check(new Uri(address))).Failure.ShouldBe(FetchFailure.Forbidden);
    }

    [Theory]
    [InlineData("https://example.com/picture.png?signature=1")]
    [InlineData("https://8.8.8.8/")]
    [InlineData("https://172.32.0.1/")]
    [InlineData("https://[2606:4700::1111]/")]
    public void Public_https_address_is_taken(string address)
    {
        using var http = new GuardedHttp(new FetchOptions(), TimeProvider.System);

        Should.NotThrow(() => http.Check(new Uri(address)));
    }

    [Theory]
    [InlineData("http://10.20.1.1/", true)]
    [InlineData("https://10.20.1.1/", true)]
    [InlineData("https://[::ffff:10.20.1.1]/", true)]
    [InlineData("http://10.21.1.1/", false)]
    [InlineData("http://files.lan/", true)]
    [InlineData("https://FILES.LAN./", true)]
    [InlineData("https://other.files.lan/", true)]
    [InlineData("http://other.files.lan/", false)]
    [InlineData("http://u@files.lan/", false)]
    [InlineData("ftp://files.lan/", false)]
    public void Allow_list_covers_its_entries_only(string address, bool taken)
    {
        using var http = new GuardedHttp(FetchOptions.Parse("10.20.0.0/16, files.lan"), TimeProvider.System);

        if (taken) Should.NotThrow(() => http.Check(new Uri(address)));
        else Should.Throw<FetchException>(() => http.Check(new Uri(address)));
    }

    [Fact]
    public void Allow_list_with_faults_names_each_of_them()
    {
        var fault = Should.Throw<FormatException>(() => new GuardedHttp(FetchOptions.Parse("ok.example, 10.0.0.0/99, http://x, ::1"), TimeProvider.System));

        fault.Message.ShouldContain("'10.0.0.0/99'");
        fault.Message.ShouldContain("'http://x'");
        fault.Message.ShouldNotContain("ok.example");
        fault.Message.ShouldNotContain("'::1'");
    }
}
