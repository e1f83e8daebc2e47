using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KieAi.Tests;

/// <summary>Registration: one client, checked options, and an HTTP client that resends, follows and tells nothing.</summary>
public sealed class KieServiceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Client_is_one_for_all_so_that_its_limits_hold()
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(new FakeClock());
        var kie = new FakeKie(Wire.TaskAccepted);
        services.AddKieAi(options => (options.ApiKey, options.BaseUrl) = (FakeKie.Key, new("https://kie.example"))).ConfigurePrimaryHttpMessageHandler(() => kie);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<KieClient>();
        provider.GetRequiredService<KieClient>().ShouldBeSameAs(client);
        await Calls.CreateAsync(client);
        kie.Request!.RequestUri!.Host.ShouldBe("kie.example");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Handlers_that_a_program_puts_before_all_clients_do_not_send_a_creation_twice(bool before)
    {
        var services = new ServiceCollection();
        var kie = new FakeKie(Wire.TaskAccepted);
        if (before) services.ConfigureHttpClientDefaults(all => all.AddHttpMessageHandler(() => new SendsTwice()));
        services.AddKieAi(options => options.ApiKey = FakeKie.Key).ConfigurePrimaryHttpMessageHandler(() => kie);
        if (!before) services.ConfigureHttpClientDefaults(all => all.AddHttpMessageHandler(() => new SendsTwice()));
        await using var provider = services.BuildServiceProvider();
        await Calls.CreateAsync(provider.GetRequiredService<KieClient>());
        kie.Calls.ShouldBe(1);
    }

    [Fact]
    public void Options_are_checked_at_start_with_a_sentence_for_each_fault()
    {
        var services = new ServiceCollection();
        services.AddKieAi(options =>
        {
            options.BaseUrl = new("/api", UriKind.Relative);
            options.UploadBaseUrl = new("ftp://a.example");
            options.CallTimeout = TimeSpan.Zero;
            options.UploadTimeout = TimeSpan.FromDays(2);
            options.Submissions = new(0, TimeSpan.FromSeconds(1));
            options.Reads = new(1, TimeSpan.Zero);
        });
        using var provider = services.BuildServiceProvider();
        var fault = Should.Throw<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
        fault.Failures.Select(sentence => sentence.Split(' ')[0])
            .ShouldBe(["ApiKey", "BaseUrl", "UploadBaseUrl", "CallTimeout", "UploadTimeout", "Submissions", "Reads"]);
        fault.Failures.ShouldAllBe(sentence => sentence.EndsWith('.') && (sentence.Contains("must") || sentence.Contains("set it to")));
    }

    [Fact]
    public void Key_that_is_refused_is_not_repeated()
    {
        var services = new ServiceCollection();
        services.AddKieAi(options => options.ApiKey = "my secret key");
        using var provider = services.BuildServiceProvider();
        Should.Throw<OptionsValidationException>(() => provider.GetRequiredService<KieClient>()).ToString().ShouldNotContain("secret");
    }

    [Fact]
    public async Task Redirects_are_not_followed_nothing_is_sent_twice_and_no_log_holds_the_key()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var connections = 0;
        var serving = Task.Run(async () =>
        {
            using var connection = await server.AcceptSocketAsync(Stop);
            connections++;
            await connection.ReceiveAsync(new byte[4096], Stop);
            await connection.SendAsync(Encoding.ASCII.GetBytes("HTTP/1.1 307 Temporary Redirect\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n"), Stop);
        }, Stop);
        var logs = new Logs();
        var services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}");
        services.AddKieAi(options => (options.ApiKey, options.BaseUrl, options.CallTimeout) = (FakeKie.Key, address, TimeSpan.FromSeconds(30)));
        await using var provider = services.BuildServiceProvider();

        var fault = await Should.ThrowAsync<KieException>(() => Calls.CreateAsync(provider.GetRequiredService<KieClient>()));
        await serving;
        (fault.HttpStatus, fault.Outcome, connections, server.Pending()).ShouldBe((HttpStatusCode.RedirectKeepVerb, KieOutcome.Unknown, 1, false));
        logs.Text.ToString().ShouldContain("Authorization: *");
        logs.Text.ToString().ShouldNotContain(FakeKie.Key);
        fault.ToString().ShouldNotContain(FakeKie.Key);
    }

    private sealed class SendsTwice : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (await base.SendAsync(request, cancellationToken)).Dispose();
            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Logs : ILoggerProvider, ILogger
    {
        public StringBuilder Text { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Text) Text.AppendLine(formatter(state, exception)).Append(exception);
        }

        public void Dispose() { }
    }
}
