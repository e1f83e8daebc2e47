using System.Net;
using Kinora.Core.Fetching;

namespace Kinora.Core.Tests.Fetching;

/// <summary>Addresses that lead into this machine or its networks by every spelling, against a port that really listens there.</summary>
public sealed class HostileAddressTests : IDisposable
{
    private readonly WatchedPort _port = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _port.Dispose();

    /// <summary>What it is, the address, and what its name resolves to.</summary>
    public static TheoryData<string, string, string> Addresses => new()
    {
        { "loopback", "https://127.0.0.1:{port}/", "" },
        { "loopback, plain http", "http://127.0.0.1:{port}/", "" },
        { "the far end of loopback", "https://127.255.255.254:{port}/", "" },
        { "one decimal number", "https://2130706433:{port}/", "" },
        { "one hexadecimal number", "https://0x7f000001:{port}/", "" },
        { "one octal number", "https://017700000001:{port}/", "" },
        { "an octal byte", "https://0177.0.0.1:{port}/", "" },
        { "an octal byte with many zeros", "https://00000177.0.0.1:{port}/", "" },
        { "hexadecimal bytes", "https://0x7f.0x0.0x0.0x1:{port}/", "" },
        { "a hexadecimal byte, short form", "https://0x7f.1:{port}/", "" },
        { "short form", "https://127.1:{port}/", "" },
        { "short form of three", "https://127.0.1:{port}/", "" },
        { "a final dot", "https://127.0.0.1.:{port}/", "" },
        { "full-width digits, which are a name", "https://１２７.０.０.１:{port}/", "127.0.0.1" },
        { "digits in circles, which are a name", "https://①②⑦.⓪.⓪.①:{port}/", "127.0.0.1" },
        { "ideographic full stops", "https://127。0。0。1:{port}/", "" },
        { "this host", "https://0.0.0.0:{port}/", "" },
        { "this host as one number", "https://0:{port}/", "" },
        { "this network", "https://0.1.2.3:{port}/", "" },
        { "loopback, IPv6", "https://[::1]:{port}/", "" },
        { "loopback, IPv6 in full", "https://[0000:0000:0000:0000:0000:0000:0000:0001]:{port}/", "" },
        { "unspecified, IPv6", "https://[::]:{port}/", "" },
        { "mapped into IPv6", "https://[::ffff:127.0.0.1]:{port}/", "" },
        { "mapped, as hexadecimal", "https://[::ffff:7f00:1]:{port}/", "" },
        { "compatible with IPv4", "https://[::127.0.0.1]:{port}/", "" },
        { "translated (SIIT)", "https://[::ffff:0:127.0.0.1]:{port}/", "" },
        { "NAT64", "https://[64:ff9b::127.0.0.1]:{port}/", "" },
        { "local NAT64", "https://[64:ff9b:1::127.0.0.1]:{port}/", "" },
        { "6to4", "https://[2002:7f00:1::]:{port}/", "" },
        { "Teredo", "https://[2001:0:7f00:1::80ff:fffe]:{port}/", "" },
        { "unique local", "https://[fd12:3456:789a::1]:{port}/", "" },
        { "link-local with a zone", "https://[fe80::1%25lo]:{port}/", "" },
        { "loopback with a zone", "https://[::1%25lo]:{port}/", "" },
        { "site-local", "https://[fec0::1]:{port}/", "" },
        { "multicast, IPv6", "https://[ff02::1]:{port}/", "" },
        { "private 10", "https://10.0.0.1:{port}/", "" },
        { "private 172.16", "https://172.16.0.1:{port}/", "" },
        { "private 192.168", "https://192.168.0.1:{port}/", "" },
        { "private, octal", "https://0300.0250.0.1:{port}/", "" },
        { "shared by carriers", "https://100.64.0.1:{port}/", "" },
        { "protocol assignments", "https://192.0.0.8:{port}/", "" },
        { "benchmarks", "https://198.19.255.255:{port}/", "" },
        { "multicast", "https://239.255.255.250:{port}/", "" },
        { "broadcast", "https://255.255.255.255:{port}/", "" },
        { "metadata of most clouds", "https://169.254.169.254/latest/meta-data/", "" },
        { "metadata over http", "http://169.254.169.254/latest/meta-data/iam/", "" },
        { "metadata as one number", "https://2852039166/latest/meta-data/", "" },
        { "metadata of AWS, IPv6", "https://[fd00:ec2::254]/latest/meta-data/", "" },
        { "metadata of Alibaba", "https://100.100.100.200/latest/meta-data/", "" },
        { "metadata of Oracle", "https://192.0.0.192/opc/v2/", "" },
        { "platform of Azure", "https://168.63.129.16/machine/", "" },
        { "metadata of Google, by name", "https://metadata.google.internal/computeMetadata/v1/", "169.254.169.254" },
        { "metadata of Google, final dot", "https://metadata.google.internal./computeMetadata/v1/", "169.254.169.254" },
        { "localhost", "https://localhost:{port}/", "127.0.0.1" },
        { "localhost, shouted, final dot", "https://LOCALHOST.:{port}/", "127.0.0.1" },
        { "localhost in circles", "https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:{port}/", "127.0.0.1" },
        { "below localhost", "https://a.localhost:{port}/", "127.0.0.1" },
        { "a name without a dot", "https://kinora:{port}/", "127.0.0.1" },
        { "a name of the local network", "https://printer.local:{port}/", "192.168.0.9" },
        { "a name that is loopback", "https://127.0.0.1.example.com:{port}/", "127.0.0.1" },
        { "a name that is loopback, IPv6", "https://six.example.com:{port}/", "::1" },
        { "a name that is this host", "https://zero.example.com:{port}/", "0.0.0.0" },
        { "a name that is mapped loopback", "https://mapped.example.com:{port}/", "::ffff:127.0.0.1" },
        { "a name that is NAT64 loopback", "https://nat64.example.com:{port}/", "64:ff9b::7f00:1" },
        { "a name that is link-local with a zone", "https://link.example.com:{port}/", "fe80::1%1" },
        { "a name with a public and a private address", "https://mixed.example.com:{port}/", "93.184.215.14 127.0.0.1" },
        { "a name with a private and a public address", "https://mixed.example.com:{port}/", "::1 2606:2800:21f:cb07:6820:80da:af6b:8b2c" },
        { "a look-alike of a known name", "https://еxample.com:{port}/", "127.0.0.1" },
        { "a user before the host", "https://example.com@127.0.0.1:{port}/", "127.0.0.1" },
        { "a password", "https://user:secret@example.com:{port}/", "127.0.0.1" },
        { "port 0", "https://example.com:0/", "127.0.0.1" },
        { "public, but plain http", "http://example.com:{port}/", "127.0.0.1" },
        { "a file", "file:///etc/passwd", "" },
        { "a share", "file://127.0.0.1/c$/x", "" },
        { "FTP", "ftp://127.0.0.1:{port}/", "" },
        { "Gopher", "gopher://127.0.0.1:{port}/_GET", "" },
        { "a WebSocket", "wss://127.0.0.1:{port}/", "" },
        { "data", "data:image/png;base64,AAAA", "" },
        { "script", "javascript:alert(1)", "" },
        { "LDAP", "ldap://127.0.0.1:{port}/", "" },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Address_that_leads_inside_reaches_nothing(string what, string address, string resolvesTo)
    {
        using var http = new GuardedHttp(new FetchOptions(), TimeProvider.System, (_, _) => Task.FromResult(Resolved(resolvesTo)));
        var target = Of(address);

        var fetched = await Should.ThrowAsync<FetchException>(() => http.FetchAsync(Request(target), new MemoryStream(), Stop), what);
        using var post = new HttpRequestMessage(HttpMethod.Post, target) { Content = new StringContent("{}") };
        var sent = await Should.ThrowAsync<FetchException>(() => http.SendAsync(post, TimeSpan.FromSeconds(30), 1000, Stop), what);

        foreach (var refused in (FetchException[])[fetched, sent])
        {
            refused.Failure.ShouldBe(FetchFailure.Forbidden, what);
            refused.Message.ShouldNotContain("secret");
        }

        _port.IsReached.ShouldBeFalse(what);
    }

    /// <summary>The same spellings do reach the port where the operator allows what they mean: the table above is refused by rule, not by chance.</summary>
    [Theory]
    [InlineData("http://127.0.0.1:{port}/")]
    [InlineData("http://2130706433:{port}/")]
    [InlineData("http://0177.0.0.1:{port}/")]
    [InlineData("http://127.1:{port}/")]
    [InlineData("http://0.0.0.0:{port}/")]
    [InlineData("http://[::1]:{port}/")]
    public async Task Address_that_is_allowed_is_reached(string address)
    {
        using var http = new GuardedHttp(FetchOptions.Parse("127.0.0.0/8, 0.0.0.0, ::1"), TimeProvider.System);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        var fetch = http.FetchAsync(Request(Of(address)), new MemoryStream(), enough.Token);
        _port.WaitForSomebody().ShouldBeTrue();
        await enough.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => fetch);
    }

    [Fact]
    public async Task Name_that_moves_inside_after_it_was_looked_at_is_refused_at_the_next_connection()
    {
        using var inside = new WatchedPort(new(IPAddress.Loopback, 0));
        using var outside = new WatchedPort(new(IPAddress.Parse("127.0.0.2"), inside.Number));
        var answers = new Queue<string>(["127.0.0.2", "127.0.0.1", "127.0.0.1"]);
        using var http = new GuardedHttp(FetchOptions.Parse("127.0.0.2/32"), TimeProvider.System, (_, _) => Task.FromResult(Resolved(answers.Dequeue())));
        var address = new Uri($"https://rebind.example.com:{inside.Number}/");
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        // One look at the name, and the connection goes to what was seen then.
        var first = http.FetchAsync(Request(address), new MemoryStream(), enough.Token);
        outside.WaitForSomebody().ShouldBeTrue();
        answers.Count.ShouldBe(2);
        await enough.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);

        (await Should.ThrowAsync<FetchException>(() => http.FetchAsync(Request(address), new MemoryStream(), Stop))).Failure.ShouldBe(FetchFailure.Forbidden);
        inside.IsReached.ShouldBeFalse();
    }

    [Theory]
    [InlineData("http://127.0.0.1:{port}/")]
    [InlineData("https://127.0.0.1:{port}/")]
    [InlineData("//127.0.0.1:{port}/")]
    [InlineData("https://[::1]:{port}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{port}/")]
    [InlineData("https://2130706433:{port}/")]
    [InlineData("https://0x7f.1:{port}/")]
    [InlineData("https://localhost:{port}/")]
    [InlineData("https://innocent.example.com:{port}/")]
    [InlineData("http://innocent.example.com:{port}/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://metadata.google.internal/")]
    [InlineData("https://user:secret@innocent.example.com:{port}/")]
    [InlineData("https://127.0.0.1:0/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1:{port}/")]
    [InlineData("data:text/html,x")]
    [InlineData("javascript:alert(1)")]
    public async Task Redirect_that_leads_inside_reaches_nothing(string location)
    {
        await using var site = await RawSite.StartAsync($"HTTP/1.1 302 Found\r\nLocation: {location.Replace("{port}", $"{_port.Number}")}\r\nContent-Length: 0\r\n\r\n");
        using var http = new GuardedHttp(new FetchOptions(), TimeProvider.System, (_, _) => Task.FromResult(Resolved("127.0.0.1")));

        var refused = await Should.ThrowAsync<FetchException>(
            () => http.FetchAsync(Request(site.Address) with { TrustedOrigin = site.Address }, new MemoryStream(), Stop));

        refused.Failure.ShouldBe(FetchFailure.Forbidden);
        refused.Message.ShouldNotContain("secret");
        site.Requests.ShouldBe(1);
        _port.IsReached.ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_posted_is_not_sent_on_to_where_the_receiver_redirects()
    {
        await using var site = await RawSite.StartAsync($"HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:{_port.Number}/\r\nContent-Length: 0\r\n\r\n");
        using var http = new GuardedHttp(FetchOptions.Parse("127.0.0.1"), TimeProvider.System);
        using var post = new HttpRequestMessage(HttpMethod.Post, site.Address) { Content = new StringContent("{}") };

        var answer = await http.SendAsync(post, TimeSpan.FromSeconds(30), 1000, Stop);

        answer.Status.ShouldBe(307);
        _port.IsReached.ShouldBeFalse();
    }

    private Uri Of(string address) => new(address.Replace("{port}", $"{_port.Number}"));

    private static IPAddress[] Resolved(string addresses) =>
        [.. addresses.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(IPAddress.Parse)];

    private static FetchRequest Request(Uri address) => new(address, 1_000_000, TimeSpan.FromSeconds(30));
}
