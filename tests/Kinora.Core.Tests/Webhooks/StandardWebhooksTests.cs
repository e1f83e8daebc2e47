using System.Security.Cryptography;
using System.Text;
using Kinora.Core.Webhooks;
using Kinora.Testing;

namespace Kinora.Core.Tests.Webhooks;

public sealed class StandardWebhooksTests
{
    // The example of the specification and of the libraries that it lists.
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek", Timestamp = "1614265330", Body = """{"test": 2432232314}""";
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private const string Other = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static readonly DateTimeOffset SentAt = DateTimeOffset.FromUnixTimeSeconds(1614265330);

    [Fact]
    public void Signature_is_that_of_the_published_example() => Webhooks(Secret).Sign(Id, SentAt, Bytes(Body)).ShouldBe(Signature);

    [Fact]
    public void Signature_is_the_hmac_over_id_time_and_body()
    {
        var body = RandomNumberGenerator.GetBytes(100);
        byte[] signed = [.. Bytes("msg_1.1614265330."), .. body], key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

        Webhooks(Other).Sign("msg_1", SentAt, body).ShouldBe("v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed)));
    }

    [Theory]
    [InlineData(Secret, Signature)]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", Signature)]
    [InlineData(Secret, "v1,AAAA v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg== " + Signature)]
    public void Webhook_that_was_signed_is_believed(string secret, string signatures) =>
        Webhooks(secret).Verify(Id, Timestamp, signatures, Bytes(Body)).ShouldBeTrue();

    [Theory]
    [InlineData("msg_other", Timestamp, Signature, Body)]
    [InlineData(Id, "1614265331", Signature, Body)]
    [InlineData(Id, Timestamp, Signature, """{"test": 2432232315}""")]
    [InlineData(Id, Timestamp, Signature, "")]
    [InlineData(Id, Timestamp, "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", Body)]
    [InlineData(Id, Timestamp, "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", Body)]
    [InlineData(Id, Timestamp, "v1,", Body)]
    [InlineData(Id, Timestamp, "v1,not base64", Body)]
    [InlineData(Id, Timestamp, "", Body)]
    [InlineData(Id, Timestamp, null, Body)]
    [InlineData(null, Timestamp, Signature, Body)]
    [InlineData("", Timestamp, Signature, Body)]
    [InlineData(Id, null, Signature, Body)]
    [InlineData(Id, "soon", Signature, Body)]
    [InlineData(Id, "-1614265330", Signature, Body)]
    [InlineData(Id, "99999999999999999999", Signature, Body)]
    public void Webhook_that_was_changed_anywhere_is_not(string? id, string? timestamp, string? signatures, string body) =>
        Webhooks(Secret).Verify(id, timestamp, signatures, Bytes(body)).ShouldBeFalse();

    [Theory]
    [InlineData(-301, false)]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void Webhook_is_believed_for_five_minutes(int secondsLater, bool believed) =>
        new StandardWebhooks([Secret], new FakeClock(SentAt.AddSeconds(secondsLater))).Verify(Id, Timestamp, Signature, Bytes(Body)).ShouldBe(believed);

    [Fact]
    public void While_a_secret_is_exchanged_either_will_do()
    {
        var both = Webhooks(Secret, Other);
        var signatures = both.Sign(Id, SentAt, Bytes(Body));

        signatures.Split(' ').Length.ShouldBe(2);
        foreach (var one in new[] { Webhooks(Secret), Webhooks(Other), both })
        {
            one.Verify(Id, Timestamp, signatures, Bytes(Body)).ShouldBeTrue();
            both.Verify(Id, Timestamp, one.Sign(Id, SentAt, Bytes(Body)), Bytes(Body)).ShouldBeTrue();
        }

        Webhooks(Other).Verify(Id, Timestamp, Signature, Bytes(Body)).ShouldBeFalse();
    }

    [Fact]
    public void Id_with_a_dot_cannot_take_time_and_body_for_itself()
    {
        var signature = Webhooks(Secret).Sign("msg", SentAt, Bytes(Timestamp + ".{}"));

        Webhooks(Secret).Verify("msg." + Timestamp, Timestamp, signature, Bytes("{}")).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => Webhooks(Secret).Sign("msg.1", SentAt, Bytes("{}")));
    }

    [Theory]
    [InlineData("whsec_")]
    [InlineData("whsec_c2hvcnQ=")]
    [InlineData("whsec_not base64 at all, though long enough!")]
    public void Secret_that_is_none_is_refused_and_not_repeated(string secret) =>
        Should.Throw<ArgumentException>(() => Webhooks(secret)).Message.ShouldNotContain(secret.Length > 6 ? secret : "key");

    private static StandardWebhooks Webhooks(params string[] secrets) => new(secrets, new FakeClock(SentAt));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
