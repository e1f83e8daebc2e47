namespace Kinora.Server.Auth;

/// <summary>Slows guessing down: 30 sign-ins a minute and address, counted before anything is looked at.</summary>
internal sealed class SignInLimit(TimeProvider time)
{
    public const int PerMinute = 30;

    /// <summary>Marks endpoints whose calls are counted.</summary>
    public static readonly Counted Counts = new();

    private readonly RateWindow _addresses = new(PerMinute, time);

    public Task CountAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Counted>() is null) return next(context);
        var address = context.Connection.RemoteIpAddress;
        var rate = _addresses.Take(RateLimits.Network(address), address);
        rate.Tell(context.Response.Headers);
        return rate.Passes ? next(context) : rate.Refusal("sign-ins a minute are taken from one address").ExecuteAsync(context);
    }

    public sealed record Counted;
}
