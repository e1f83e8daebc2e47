using System.Text;

namespace Kinora.Sandbox.Tests.Fuzzing;

/// <summary>Draws malformed requests to one endpoint. The same number draws the same request.</summary>
internal sealed class MalformedRequests(Endpoint endpoint, int seed)
{
    private static readonly string[] Verbs = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "BREW"];

    private static readonly string[] ContentTypes =
    [
        "", "text/plain", "application/xml", "application/json; charset=utf-16", "application/json; charset=nonsense", "application/x-www-form-urlencoded", "multipart/form-data",
        "multipart/form-data; boundary=", "multipart/form-data; boundary=\"kie-boundary\"", "multipart/form-data; boundary=x", "multipart/mixed; boundary=kie-boundary", "nonsense", "a/b; c",
    ];

    public HttpRequestMessage Draw(int number)
    {
        var random = new Random(HashOf(number));
        var (verb, query, type) = (endpoint.Verb, endpoint.Query, endpoint.ContentType);
        var body = endpoint.Bodies.Count == 0 ? null : Encoding.UTF8.GetBytes(endpoint.Bodies[random.Next(endpoint.Bodies.Count)]);
        for (var faults = random.Next(1, 3); faults > 0; faults--)
        {
            switch (random.Next(10))
            {
                case 0: verb = Verbs[random.Next(Verbs.Length)]; break;
                case 1: type = ContentTypes[random.Next(ContentTypes.Length)]; break;
                case 2 or 3 or 4: query = SpoilQuery(random); break;
                case 5 or 6: body = BrokenBytes.Spoil(body ?? "{}"u8.ToArray(), random); break;
                default: body = SpoilFields(body ?? "{}"u8.ToArray(), random); break;
            }
        }

        var request = new HttpRequestMessage(new HttpMethod(verb), endpoint.Path + (query.Length == 0 ? "" : "?" + query));
        if (body is null || verb is "TRACE") return request; // The client itself sends no body with it.
        request.Content = random.Next(6) == 0 ? new StreamContent(new Chunked(body)) : new ByteArrayContent(body);
        if (!string.IsNullOrEmpty(type)) request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (random.Next(20) == 0) request.Content.Headers.ContentEncoding.Add("gzip");
        if (random.Next(50) == 0) request.Headers.ExpectContinue = true;
        return request;
    }

    private static byte[] SpoilFields(byte[] body, Random random)
    {
        try
        {
            return BrokenJson.Spoil(body, random);
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or ArgumentException or InvalidOperationException)
        {
            return BrokenBytes.Spoil(body, random); // Multipart, or spoiled before.
        }
    }

    private string SpoilQuery(Random random)
    {
        var fields = endpoint.Query.Split('&', StringSplitOptions.RemoveEmptyEntries).ToList();
        string[] names = ["taskId", "task_id", "index", "assetId", "q", "provider", "taskType", ""];
        var name = random.Next(2) == 0 && fields.Count > 0 ? fields[random.Next(fields.Count)].Split('=')[0] : names[random.Next(names.Length)];
        fields.RemoveAll(field => random.Next(2) == 0);
        var word = StrangeValues.Word(random);
        fields.Insert(random.Next(fields.Count + 1), $"{name}={(random.Next(2) == 0 ? word.Replace(' ', '+').Replace('#', 'x') : Uri.EscapeDataString(word))}");
        return string.Join('&', fields);
    }

    // Not a HashCode: those differ from run to run.
    private int HashOf(int number) => unchecked((((seed * 397) ^ number) * 486187739) ^ endpoint.Id.Aggregate(17, (hash, letter) => (hash * 31) + letter));

    /// <summary>A stream of unknown length: sent in chunks.</summary>
    private sealed class Chunked(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
