using Kinora.Core.Providers;
using Kinora.Core.Providers.Accounts;
using Kinora.Core.Providers.Kie;

namespace Kinora.Testing.Providers;

/// <summary>The engine's providers, each on its own, with budgets that are kept in this process.</summary>
public static class TestProviders
{
    /// <param name="asked">Is told of every call.</param>
    public static IGenerationProvider Kie(ProviderAccount account, Action<Uri> asked, TimeProvider time) =>
        new KieProvider(account, new(), new HttpClient(new Listener(asked)), new LocalRateBudgets(time), time);

    public static IGenerationProvider Connect(ProviderAccount account, TimeProvider time) =>
        new ProviderFactory(new(), new LocalRateBudgets(time), time).Connect(account);

    private sealed class Listener(Action<Uri> asked) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            asked(request.RequestUri!);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
