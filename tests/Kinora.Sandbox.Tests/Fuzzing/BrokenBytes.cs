using System.Text;

namespace Kinora.Sandbox.Tests.Fuzzing;

/// <summary>Spoils a body without regard to what it says.</summary>
internal static class BrokenBytes
{
    private static readonly string[] Documents =
    [
        "", " ", "null", "[]", "{}", "\"text\"", "1", "-", "{", "}", "[[", "{\"", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,}", "{'a':1}", "{a:1}", "{\"a\":NaN}", "/**/{}",
        "{}{}", "{}\0", "<xml/>", "a=b&c=d", "\"\\ud800\"", "{\"\\udfff\":1}", "{\"model\":\"\\ud800\"}", "{\"prompt\":\"\\u12\"}", "\ufeff{}", "undefined", "--", "--kie-boundary--",
    ];

    private static readonly byte[][] Pieces =
    [
        [0xff, 0xfe], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0x80], [0xe2, 0x82], [0x00], [0xef, 0xbb, 0xbf],
        "\\ud800"u8.ToArray(), "\\u"u8.ToArray(), "\""u8.ToArray(), "\r\n\r\n"u8.ToArray(), "\r\n--kie-boundary\r\n"u8.ToArray(), "Content-Disposition: form-data; name=file\r\n"u8.ToArray(),
    ];

    public static byte[] Spoil(byte[] body, Random random)
    {
        switch (random.Next(8))
        {
            case 0: return body[..random.Next(body.Length + 1)];
            case 1: return Encoding.UTF8.GetBytes(Documents[random.Next(Documents.Length)]);
            case 2: return Encoding.UTF8.GetBytes(StrangeValues.Deep(random));
            case 3: return Insert(body, Encoding.UTF8.GetBytes(StrangeValues.Text(random)), random);
            case 4:
                var noise = new byte[random.Next(1, 2000)];
                random.NextBytes(noise);
                return noise;
            case 5: return Insert(body, Encoding.UTF8.GetBytes(StrangeValues.Deep(random)), random);
            case 6:
                var flipped = body.ToArray();
                for (var i = random.Next(1, 6); i > 0 && flipped.Length > 0; i--) flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
                return flipped;
            default: return Insert(body, Pieces[random.Next(Pieces.Length)], random);
        }
    }

    private static byte[] Insert(byte[] body, byte[] piece, Random random)
    {
        var at = random.Next(body.Length + 1);
        return [.. body[..at], .. piece, .. body[at..]];
    }
}
