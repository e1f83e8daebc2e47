using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Kinora.Core.Providers;
using Kinora.Testing.Providers;
using Microsoft.AspNetCore.Builder;

namespace Kinora.Core.Tests.Providers;

/// <summary>Servers that are not the provider's, or out of their mind.</summary>
public abstract partial class ProviderCompliance
{
    /// <summary>After this the engine takes a submission without an answer for one whose process died.</summary>
    private static readonly TimeSpan AnswerWait = TimeSpan.FromSeconds(75);

    [Fact]
    public async Task Server_that_takes_no_connection_was_asked_for_nothing()
    {
        var nobody = At(Closed());

        var refused = (await nobody.SubmitAsync(Submission, Stop)).ShouldBeOfType<SubmissionOutcome.Refused>();
        (refused.Retryable, refused.ByUser).ShouldBe((true, false));
        await Should.ThrowAsync<ProviderException>(() => nobody.ObserveAsync(Submission.Endpoint, "t", Stop));
    }

    [Fact]
    public async Task Server_without_trusted_tls_was_asked_for_nothing()
    {
        await using var plain = await AnyServerAsync(200, WireFault.None);
        var provider = At(new UriBuilder(plain.Address) { Scheme = "https" }.Uri);

        (await provider.SubmitAsync(Submission, Stop)).ShouldBeOfType<SubmissionOutcome.Refused>().Retryable.ShouldBeTrue();
        await Should.ThrowAsync<ProviderException>(() => provider.ObserveAsync(Submission.Endpoint, "t", Stop));
        plain.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(WireFault.Stalled)]
    [InlineData(WireFault.Oversized)]
    public async Task Body_that_is_too_slow_or_too_large_ends_within_the_time_of_a_call(WireFault fault)
    {
        await using var server = await AnyServerAsync(200, fault);
        (await InTimeAsync(server, () => At(server.Address).SubmitAsync(Submission, Stop))).ShouldBeOfType<SubmissionOutcome.Unknown>();
        server.Calls.Count.ShouldBe(1);

        await using var other = await AnyServerAsync(200, fault);
        await Should.ThrowAsync<ProviderException>(() => InTimeAsync(other, () => At(other.Address).ObserveAsync(Submission.Endpoint, "t", Stop)));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(301)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(422)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task Key_stands_in_no_text_even_if_the_server_repeats_it(int status)
    {
        await using var server = await AnyServerAsync(status, WireFault.None);
        var provider = At(server.Address);
        var texts = new List<string> { provider.ToString()! };

        var outcome = await provider.SubmitAsync(Submission, Stop);
        if (outcome is not SubmissionOutcome.Accepted) texts.Add(outcome.ToString());
        texts.Add(await TextAsync(() => provider.ObserveAsync(Submission.Endpoint, "t", Stop)));
        if (!provider.TakesFiles) texts.Add(await TextAsync(() => provider.UploadAsync("a.png", "image/png", new MemoryStream([1]), Stop)));
        texts.Add(await TextAsync(() => provider.ProbeAsync(Target, Stop)));
        texts.Add(await TextAsync(() => provider.CancelAsync(Submission.Endpoint, "t", Stop)));

        texts.ShouldAllBe(text => !text.Contains(Key));
        server.Calls.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Redirect_is_not_followed_so_that_no_key_goes_astray()
    {
        await using var elsewhere = await AnyServerAsync(200, WireFault.None);
        await using var server = await AnyServerAsync(307, WireFault.None, elsewhere.Address);

        (await At(server.Address).SubmitAsync(Submission, Stop)).ShouldNotBeOfType<SubmissionOutcome.Accepted>();
        await Should.ThrowAsync<ProviderException>(() => At(server.Address).ObserveAsync(Submission.Endpoint, "t", Stop));
        elsewhere.Calls.ShouldBeEmpty();
    }

    private static async Task<string> TextAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return (await call())!.ToString()!;
        }
        catch (ProviderException fault)
        {
            return fault.ToString();
        }
    }

    // The answer hangs while the clock stands still.
    private async Task<T> InTimeAsync<T>(FaultyServer server, Func<Task<T>> start)
    {
        var call = start();
        await Task.WhenAny(call, server.Stalled);
        Clock.Advance(AnswerWait);
        return await call.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, Stop);
    }

    // Answers every call alike: with an id, so that it would be taken, and with the key wherever a message could stand.
    private static Task<FaultyServer> AnyServerAsync(int status, WireFault fault, Uri? location = null) => FaultyServer.StartAsync(
        app => app.Run(context =>
        {
            context.Response.Headers.Location = location?.AbsoluteUri;
            var told = $"Bad key {Key}.";
            return JsonAnswers.WriteAsync(
                context,
                new JsonObject
                {
                    ["id"] = "t", ["data"] = new JsonObject { ["taskId"] = "t" }, ["code"] = status, ["status"] = status,
                    ["msg"] = told, ["detail"] = told, ["title"] = told, ["message"] = told,
                    ["error"] = new JsonObject { ["message"] = told, ["code"] = told, ["param"] = Key },
                },
                status);
        }),
        Stop,
        fault);

    private static Uri Closed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
