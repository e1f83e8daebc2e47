using System.Text.Json.Nodes;

namespace Kinora.Sandbox.Tests.Fuzzing;

/// <summary>Values that no honest caller sends.</summary>
internal static class StrangeValues
{
    private const int LongestText = 200 * 1024;

    private static readonly string[] Json =
    [
        "null", "true", "false", "0", "-1", "1.5", "-0.0", "1e400", "-1e400", "1e-400", "2147483648", "-2147483649", "9223372036854775808", "99999999999999999999999999",
        "\"\"", "\" \"", "\"5\"", "\"5.0\"", "\"-1\"", "\"NaN\"", "\"1e400\"", "\"null\"", "\"\\u0000\"", "\"\\n\\r\\t\"", "\"../../etc/passwd\"", "\"..\\\\..\\\\x\"",
        "\"a/b/c\"", "\"%2e%2e%2f\"", "\"C:\\\\x\"", "\"http://[::1]:1/\"", "\"https://[::1]:1/a.png?b#c\"", "\"file:///etc/passwd\"", "\"http://\"", "\"//x\"",
        "\"asset://asset-1\"", "\"javascript:1\"", "\"data:image/png;base64,AAAA\"", "\"data:,\"", "\"=\"", "\"AAAA====\"", "\"🦊\u202e\u0301\"", "\"'; drop table x; --\"",
        "\"{\\\"a\\\":1}\"", "\"[1\"", "\"16:9\"", "\"0:0\"", "\"-1:1\"", "\"1080p\"", "\"99999999p\"", "\"task_\"", "[]", "{}", "[null]", "[[]]", "[{}]", "[1,\"a\",null]",
        "{\"taskId\":null}", "{\"a\":{\"b\":{\"c\":[{\"d\":1}]}}}",
    ];

    private static readonly string[] Texts =
        ["", " ", "0", "-1", "1.5", "99999999999", "true", "null", "..", "../x", "%", "%zz", "%00", "%ff%fe", "a&b=c", "[]", "{}", "🦊", "task_", "'\"<>", "\\", "+", "asset://x"];

    /// <summary>A JSON value of any kind.</summary>
    public static JsonNode? Value(Random random) => random.Next(20) switch
    {
        0 => JsonValue.Create(Text(random)),
        1 => Many(random),
        2 => Nested(random.Next(1, 60)),
        _ => JsonNode.Parse(Json[random.Next(Json.Length)]),
    };

    /// <summary>A text for a query, long ones included.</summary>
    public static string Word(Random random) => random.Next(10) == 0 ? new string('x', random.Next(1, 6000)) : Texts[random.Next(Texts.Length)];

    /// <summary>A long text; most are not very long.</summary>
    public static string Text(Random random)
    {
        var length = (int)Math.Pow(LongestText, random.NextDouble());
        return random.Next(3) switch
        {
            0 => new string('x', length),
            1 => string.Concat(Enumerable.Repeat("é🦊", (length / 4) + 1)),
            _ => string.Create(length, random, static (text, random) =>
            {
                for (var i = 0; i < text.Length; i++) text[i] = (char)random.Next(1, 0xd800);
            }),
        };
    }

    /// <summary>Brackets that never close; some hundred thousand of them at most.</summary>
    public static string Deep(Random random)
    {
        var depth = (int)Math.Pow(LongestText / 2, random.NextDouble()) + 1;
        return string.Concat(Enumerable.Repeat(random.Next(2) == 0 ? "[" : "{\"a\":", depth));
    }

    private static JsonArray Many(Random random) => [.. Enumerable.Range(0, random.Next(1, 2000)).Select(i => (JsonNode)JsonValue.Create($"http://[::1]:1/{i}.png"))];

    private static JsonNode Nested(int depth)
    {
        JsonNode node = new JsonObject();
        for (var i = 0; i < depth; i++) node = i % 2 == 0 ? new JsonArray(node) : new JsonObject { ["input"] = node };
        return node;
    }
}
