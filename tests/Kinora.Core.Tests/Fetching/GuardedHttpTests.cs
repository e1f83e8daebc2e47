using System.Net;
using System.Text;
using Kinora.Core.Fetching;
using Kinora.Testing;
using Microsoft.AspNetCore.Http;

namespace Kinora.Core.Tests.Fetching;

public sealed class GuardedHttpTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fetch_from_an_allowed_network_streams_the_body()
    {
        await using var site = await LoopbackSite.StartAsync(context => context.Response.WriteAsync("hello"));
        using var http = Http("127.0.0.0/8");

        (await TextAsync(http, Request(site.Address))).ShouldBe("hello");
    }

    [Fact]
    public async Task Fetch_from_an_allowed_host_name_goes_to_its_private_address()
    {
        await using var site = await LoopbackSite.StartAsync(context => context.Response.WriteAsync("hello"));
        using var http = Http("files.example.lan", resolvesTo: IPAddress.Loopback);

        (await TextAsync(http, Request(new Uri($"http://files.example.lan:{site.Address.Port}/x")))).ShouldBe("hello");
    }

    [Fact]
    public async Task Fetch_of_a_name_that_resolves_to_loopback_is_refused_before_any_request()
    {
        await using var site = await LoopbackSite.StartAsync(context => context.Response.WriteAsync("secret"));
        using var http = Http("", resolvesTo: IPAddress.Loopback);

        var refused = await FailureAsync(http, Request(new Uri($"https://innocent.example.com:{site.Address.Port}/")));

        refused.Failure.ShouldBe(FetchFailure.Forbidden);
        refused.Message.ShouldContain("innocent.example.com");
        site.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task Fetch_of_a_name_with_one_private_address_among_public_ones_is_refused()
    {
        using var http = new GuardedHttp(
            new FetchOptions(), TimeProvider.System, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("93.184.215.14"), IPAddress.Parse("10.0.0.1")]));

        (await FailureAsync(http, Request(new Uri("https://innocent.example.com/")))).Failure.ShouldBe(FetchFailure.Forbidden);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/")]
    [InlineData("https://localhost:9/")]
    [InlineData("https://192.168.0.1/")]
    public async Task Fetch_that_is_redirected_to_a_private_address_is_refused(string target)
    {
        await using var site = await LoopbackSite.StartAsync(context => Redirect(context, target));
        using var http = Http();

        var refused = await FailureAsync(http, Request(site.Address) with { TrustedOrigin = site.Address });

        refused.Failure.ShouldBe(FetchFailure.Forbidden);
        site.Requests.ShouldBe(1);
    }

    [Theory]
    [InlineData("//")]
    [InlineData("//[")]
    [InlineData("///")]
    [InlineData("//127.0.0.1:x/")]
    public async Task Fetch_that_is_redirected_to_no_address_fails_like_any_bad_answer(string target)
    {
        await using var site = await LoopbackSite.StartAsync(context => Redirect(context, target));
        using var http = Http("127.0.0.1");

        (await FailureAsync(http, Request(site.Address))).Failure.ShouldBe(FetchFailure.BadStatus);
    }

    [Fact]
    public async Task Fetch_follows_five_redirects_and_no_more()
    {
        await using var site = await LoopbackSite.StartAsync(context =>
            context.Request.Path == "/0" ? context.Response.WriteAsync("end") : Redirect(context, $"/{int.Parse(context.Request.Path.Value![1..]) - 1}"));
        using var http = Http("127.0.0.1");

        (await TextAsync(http, Request(new Uri(site.Address, "/5")))).ShouldBe("end");
        (await FailureAsync(http, Request(new Uri(site.Address, "/6")))).Failure.ShouldBe(FetchFailure.Unreachable);
    }

    [Fact]
    public async Task Fetch_from_the_trusted_origin_needs_no_allowance_but_another_port_does()
    {
        await using var trusted = await LoopbackSite.StartAsync(context => context.Response.WriteAsync("ours"));
        await using var other = await LoopbackSite.StartAsync(context => context.Response.WriteAsync("theirs"));
        using var http = Http();

        (await TextAsync(http, Request(trusted.Address) with { TrustedOrigin = trusted.Address })).ShouldBe("ours");
        (await FailureAsync(http, Request(other.Address) with { TrustedOrigin = trusted.Address })).Failure.ShouldBe(FetchFailure.Forbidden);
        (await FailureAsync(http, Request(trusted.Address))).Failure.ShouldBe(FetchFailure.Forbidden);
    }

    [Fact]
    public async Task Credentials_go_to_the_trusted_origin_alone_and_not_where_it_redirects_to()
    {
        var seen = new List<string>();
        await using var other = await LoopbackSite.StartAsync(context => TellAsync(context, "other"));
        await using var trusted = await LoopbackSite.StartAsync(context => context.Request.Path.Value switch
        {
            "/away" => TellAsync(context, "away", new(other.Address, "/back")),
            "/on" => TellAsync(context, "on", new("/end", UriKind.Relative)),
            _ => TellAsync(context, "end"),
        });
        using var http = Http("127.0.0.1");
        var request = Request(trusted.Address) with { TrustedOrigin = trusted.Address, Credentials = new("Bearer", "secret") };

        await TextAsync(http, request with { Address = new(trusted.Address, "/on") });
        await TextAsync(http, request with { Address = new(trusted.Address, "/away") });
        await TextAsync(http, request with { Address = other.Address });
        await TextAsync(http, request with { TrustedOrigin = null });

        seen.ShouldBe(["on Bearer secret", "end Bearer secret", "away Bearer secret", "other", "other", "end"]);
        request.ToString().ShouldNotContain("secret");

        Task TellAsync(HttpContext context, string place, Uri? next = null)
        {
            seen.Add($"{place} {context.Request.Headers.Authorization}".TrimEnd());
            return next is null ? Task.CompletedTask : Redirect(context, next.OriginalString);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fetch_of_more_than_allowed_is_refused_by_length_or_while_reading(bool announced)
    {
        await using var site = await LoopbackSite.StartAsync(async context =>
        {
            if (announced) context.Response.ContentLength = 2000;
            for (var i = 0; i < 20; i++) await context.Response.WriteAsync(new string('x', 100));
        });
        using var http = Http("127.0.0.1");
        using var destination = new MemoryStream();

        var refused = await Should.ThrowAsync<FetchException>(() => http.FetchAsync(Request(site.Address) with { MaxBytes = 1999 }, destination, Stop));

        refused.Failure.ShouldBe(FetchFailure.TooLarge);
        destination.Length.ShouldBeLessThan(2000);
        (await http.FetchAsync(Request(site.Address) with { MaxBytes = 2000 }, new MemoryStream(), Stop)).ShouldBe(2000);
    }

    [Fact]
    public async Task Fetch_that_takes_longer_than_its_timeout_ends()
    {
        var begun = new TaskCompletionSource();
        await using var site = await LoopbackSite.StartAsync(async context =>
        {
            await context.Response.WriteAsync("some");
            await context.Response.Body.FlushAsync(context.RequestAborted);
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        });
        var clock = new FakeClock();
        using var http = new GuardedHttp(new FetchOptions { Allow = ["127.0.0.1"] }, clock);

        var fetch = http.FetchAsync(Request(site.Address) with { Timeout = TimeSpan.FromSeconds(10) }, new MemoryStream(), Stop);
        await begun.Task;
        clock.Advance(TimeSpan.FromSeconds(11));

        (await Should.ThrowAsync<FetchException>(() => fetch)).Failure.ShouldBe(FetchFailure.TimedOut);
    }

    [Fact]
    public async Task Fetch_of_a_missing_file_tells_the_status()
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        using var http = Http("127.0.0.1");

        var failed = await FailureAsync(http, Request(site.Address));

        failed.Failure.ShouldBe(FetchFailure.BadStatus);
        failed.Status.ShouldBe(404);
    }

    [Fact]
    public async Task Fetch_that_breaks_off_is_unreachable_rather_than_short()
    {
        await using var site = await LoopbackSite.StartAsync(async context =>
        {
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("short");
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        });
        using var http = Http("127.0.0.1");

        (await FailureAsync(http, Request(site.Address))).Failure.ShouldBe(FetchFailure.Unreachable);
    }

    [Fact]
    public async Task A_fault_of_the_destination_is_not_blamed_on_the_host()
    {
        await using var site = await LoopbackSite.StartAsync(context => context.Response.WriteAsync("hello"));
        using var http = Http("127.0.0.1");

        await Should.ThrowAsync<NotSupportedException>(() => http.FetchAsync(Request(site.Address), new MemoryStream([], writable: false), Stop));
    }

    private static GuardedHttp Http(string allow = "", IPAddress? resolvesTo = null) =>
        new(FetchOptions.Parse(allow), TimeProvider.System, (_, _) => Task.FromResult(resolvesTo is null ? [] : new[] { resolvesTo }));

    private static FetchRequest Request(Uri address) => new(address, 1_000_000, TimeSpan.FromSeconds(30));

    private static Task Redirect(HttpContext context, string target)
    {
        context.Response.Redirect(target);
        return Task.CompletedTask;
    }

    private static async Task<string> TextAsync(GuardedHttp http, FetchRequest request)
    {
        using var destination = new MemoryStream();
        (await http.FetchAsync(request, destination, Stop)).ShouldBe(destination.Length);
        return Encoding.UTF8.GetString(destination.ToArray());
    }

    private static Task<FetchException> FailureAsync(GuardedHttp http, FetchRequest request) =>
        Should.ThrowAsync<FetchException>(() => http.FetchAsync(request, new MemoryStream(), Stop));
}
