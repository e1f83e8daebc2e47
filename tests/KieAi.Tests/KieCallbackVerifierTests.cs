namespace KieAi.Tests;

public sealed class KieCallbackVerifierTests
{
    private const string Key = "kie-webhook-key";
    private const string TaskId = "task_kling-2.6_1765182425861";
    private const long SignedAt = 1756817871;

    // Made with: printf %s "$taskId.$timestamp" | openssl dgst -sha256 -hmac "$key" -binary | base64
    private const string Signature = "u4FZKL/ZpFwoWrlURJCUzYRDX7gjpVDvDWNSEnZASz0=";

    [Fact]
    public void Signatures_agree_with_openssl()
    {
        KieSignature.Sign(Key, TaskId, SignedAt).ShouldBe(Signature);
        KieSignature.Sign("ключ", "ee9c2715375b7837f8bb51d641ff5863", 1767225600).ShouldBe("UWPeNDDHJxgQjr4lPINXlAl+JGwglqUPTlZ8cbPp/lw=");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    public void Signature_holds_for_five_minutes_either_way(int secondsLater, bool valid) =>
        Verifier(secondsLater).Verify(TaskId, "1756817871", Signature).ShouldBe(valid);

    [Theory]
    [InlineData("another", "1756817871", Signature)]
    [InlineData(TaskId, "1756817870", Signature)]
    [InlineData(TaskId, "1756817871", "U4FZKL/ZpFwoWrlURJCUzYRDX7gjpVDvDWNSEnZASz0=")]
    [InlineData(TaskId, "1756817871", "u4FZKL/ZpFwoWrlURJCUzYRDX7gjpVDvDWNSEnZASz0")]
    [InlineData(TaskId, "1756817871", "")]
    [InlineData(TaskId, "1756817871", null)]
    [InlineData(TaskId, null, Signature)]
    [InlineData(TaskId, "", Signature)]
    [InlineData(TaskId, " 1756817871", Signature)]
    [InlineData(TaskId, "1756817871.0", Signature)]
    [InlineData(TaskId, "-1756817871", Signature)]
    [InlineData(TaskId, "9223372036854775807", Signature)]
    [InlineData(TaskId, "99999999999999999999999", Signature)]
    public void Anything_else_does_not_hold(string taskId, string? timestamp, string? signature) =>
        Verifier(0).Verify(taskId, timestamp, signature).ShouldBeFalse();

    [Fact]
    public void Signature_of_another_key_does_not_hold() =>
        Verifier(0).Verify(TaskId, "1756817871", KieSignature.Sign("another key", TaskId, SignedAt)).ShouldBeFalse();

    [Fact]
    public void Verifier_without_a_key_cannot_be_made() => Should.Throw<ArgumentException>(() => new KieCallbackVerifier("", TimeProvider.System));

    private static KieCallbackVerifier Verifier(int secondsLater) =>
        new(Key, new FakeClock(DateTimeOffset.FromUnixTimeSeconds(SignedAt + secondsLater)));
}
