using Kinora.Core.Accounts;

namespace Kinora.Core.Tests.Accounts;

public sealed class PasswordPolicyTests
{
    [Theory]
    [InlineData("nine quiet rivers")]
    [InlineData("Vb0l2x9Q-tt7")]
    [InlineData("481516234208")]
    [InlineData("тихая река течёт")]
    public void Long_password_that_nobody_tries_first_is_taken(string password) => PasswordPolicy.Fault(password, "maya@example.com").ShouldBeNull();

    [Theory]
    [InlineData("elevenchars", "12 to 256")]
    [InlineData("", "12 to 256")]
    [InlineData("MAYA@example.com", "more than the name")]
    [InlineData("maya@example.com2026!", "more than the name")]
    [InlineData("maya12345678", "more than the name")]
    [InlineData("123456789012", "tried first")]
    [InlineData("QwertyUiop2026!", "tried first")]
    [InlineData("password1234", "tried first")]
    [InlineData("!!!!iloveyou!!!!", "tried first")]
    [InlineData("abcabcabcabcabc", "tried first")]
    [InlineData("aaaaaaaaaaaaaaa", "tried first")]
    public void Others_are_refused_with_the_reason(string password, string reason) => PasswordPolicy.Fault(password, "maya@example.com").ShouldNotBeNull().ShouldContain(reason);

    [Fact]
    public void Password_may_be_as_long_as_a_page_line() => new[] { 256, 257 }.Select(length => PasswordPolicy.Fault(Long(length), "maya") is null).ShouldBe([true, false]);

    [Theory]
    [InlineData("ab", false)]
    [InlineData("abc", true)]
    [InlineData("maya@example.com", true)]
    [InlineData("o'neil+x_y-z.1", true)]
    [InlineData("two words", false)]
    [InlineData("tab\t123", false)]
    public void Names_are_like_addresses(string name, bool isValid) => SignInName.IsValid(name).ShouldBe(isValid);

    private static string Long(int length) => string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i * i % 23))));
}
