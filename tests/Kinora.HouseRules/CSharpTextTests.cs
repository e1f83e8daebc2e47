namespace Kinora.HouseRules;

/// <summary>The rules are worth what their reading of the source is worth.</summary>
public sealed class CSharpTextTests
{
    [Fact]
    public void Comments_are_neither_code_nor_literals()
    {
        var parsed = CSharpText.Parse("a(); // \"no\" \nb(); /* c(); */ d(); /// <c>e</c>");

        parsed.Code.ShouldBe("a(); \nb();   d(); ");
        parsed.Literals.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("x = \"a // b\";", "a // b")]
    [InlineData("x = \"a \\\" b\";", "a \\\" b")]
    [InlineData("x = @\"a \"\" \\\";", "a \"\" \\")]
    [InlineData("x = $@\"a {b}\";", "a {b}")]
    [InlineData("x = \"\"\"a \"b\" /* c */\"\"\";", "a \"b\" /* c */")]
    [InlineData("x = \"\";", "")]
    public void Literals_are_read_whatever_their_form(string source, string literal)
    {
        var parsed = CSharpText.Parse(source);

        parsed.Code.ShouldBe("x = \"\";");
        parsed.Literals.ShouldBe([literal]);
    }

    [Fact]
    public void A_quote_as_a_character_begins_no_literal() =>
        CSharpText.Parse("if (c == '\"' || c == '\\'') Run(\"a\");").Literals.ShouldBe(["a"]);
}
