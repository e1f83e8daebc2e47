using System.Text;
using Kinora.Core.Webhooks;
using Kinora.Testing;

namespace Kinora.Core.Tests.Webhooks;

/// <summary>The code that receivers are told to copy.</summary>
public sealed class ReceiverSampleTests
{
    private const string Secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", Old = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", Body = """{"type":"webhook.test"}""";
    private readonly FakeClock _clock = new();
    private readonly WebhookReceiver _receiver;

    public ReceiverSampleTests() => _receiver = new(Secret, _clock);

    [Fact]
    public void Webhook_is_believed_once_and_known_when_it_comes_again()
    {
        Receive(Sign([Old, Secret])).ShouldBe(WebhookVerdict.New, "any of the signatures does");
        Receive(Sign([Secret])).ShouldBe(WebhookVerdict.Seen);
        Receive(Sign([Secret], "evt_2"), id: "evt_2").ShouldBe(WebhookVerdict.New);

        // A try of the third day.
        _clock.Advance(TimeSpan.FromDays(3));
        Receive(Sign([Secret])).ShouldBe(WebhookVerdict.Seen);
    }

    [Fact]
    public void What_is_altered_old_early_or_signed_by_another_is_refused()
    {
        var signature = Sign([Secret]);
        Receive(signature, body: Body + " ").ShouldBe(WebhookVerdict.Refused);
        Receive(signature, id: "evt_2").ShouldBe(WebhookVerdict.Refused);
        Receive(signature, timestamp: Now(+1)).ShouldBe(WebhookVerdict.Refused);
        Receive(signature, timestamp: "soon").ShouldBe(WebhookVerdict.Refused);
        Receive(Sign([Old])).ShouldBe(WebhookVerdict.Refused);
        Receive(null).ShouldBe(WebhookVerdict.Refused);
        Receive(signature["v1,".Length..]).ShouldBe(WebhookVerdict.Refused);

        var sent = Now(0);
        _clock.Advance(TimeSpan.FromMinutes(5));
        Receive(signature, timestamp: sent).ShouldBe(WebhookVerdict.New);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Receive(signature, timestamp: sent).ShouldBe(WebhookVerdict.Refused, "somebody kept it");
    }

    private string Sign(string[] secrets, string id = "evt_1") => new StandardWebhooks(secrets, _clock).Sign(id, _clock.GetUtcNow(), Encoding.UTF8.GetBytes(Body));

    private string Now(int plus) => (_clock.GetUtcNow().ToUnixTimeSeconds() + plus).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private WebhookVerdict Receive(string? signature, string id = "evt_1", string? timestamp = null, string body = Body) =>
        _receiver.Receive(id, timestamp ?? Now(0), signature, Encoding.UTF8.GetBytes(body));
}
