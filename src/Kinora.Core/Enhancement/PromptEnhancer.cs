using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Core.Providers.Http;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Enhancement;

/// <summary>Asks the operator's chat API to better a prompt. Nothing is kept and nothing charged; each wish is asked once.</summary>
public sealed partial class PromptEnhancer : IDisposable
{
    /// <summary>The longest prompt that is bettered, and the longest answer where the model has no limit of its own, in UTF-16 characters.</summary>
    public const int LongestPrompt = 20_000;

    /// <summary>How long an answer may be where the prompt is short and the model would take more.</summary>
    private const int UsualLength = 1500;

    private const int LargestAnswer = 64 * 1024;
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(30), LongestWait = TimeSpan.FromHours(1);

    private readonly ChatSettings? _chat;
    private readonly ModelCatalog _catalog;
    private readonly ILogger<PromptEnhancer> _logger;
    private readonly ProviderHttp? _http;

    public PromptEnhancer(CoreOptions options, ModelCatalog catalog, TimeProvider time, ILogger<PromptEnhancer> logger)
    {
        (_chat, _catalog, _logger) = (options.Enhance, catalog, logger);
        if (_chat is not null) _http = new("the chat API", _chat.BaseUrl, _chat.Key is { } key ? [key] : [], time, LargestAnswer);
    }

    /// <summary>Whether the operator has named a chat API.</summary>
    public bool IsOffered => _chat is not null;

    /// <param name="model">Whose limit and abilities count: a product id, an alias or a variant's id; null for any.</param>
    /// <param name="mode">What the prompt is for, such as <c>image-to-video</c>; null for the model's usual one.</param>
    /// <exception cref="InvalidOperationException">It is not offered.</exception>
    public async Task<EnhanceResult> EnhanceAsync(string prompt, string? model, string? mode, CancellationToken cancellationToken)
    {
        if (_chat is null || _http is null) throw new InvalidOperationException("No chat API is named.");
        if (Fault(prompt, model, mode) is { } fault) return new EnhanceResult.Invalid([fault]);
        var form = model is null ? null : _catalog.FormOf(new() { Model = model, Mode = mode })!;
        var longest = form?.Controls.First(IsPrompt).MaxLength ?? LongestPrompt;
        var brief = EnhanceBrief.Of(model is null ? null : _catalog.Find(model), form?.Mode ?? mode, Math.Min(longest, Math.Max(UsualLength, 2 * prompt.Length)));
        var body = new JsonObject
        {
            ["model"] = _chat.Model,
            ["messages"] = new JsonArray(Message("system", brief), Message("user", prompt)),
            ["stream"] = false,
        };
        var answer = await _http.SendAsync(
            HttpMethod.Post, "/chat/completions", new StringContent(body.ToJsonString(), Encoding.UTF8, MediaTypeNames.Application.Json), AnswerTime, cancellationToken);
        if (answer.IsGranted && ChatAnswer.Prompt(answer.Body, longest) is { } better) return new EnhanceResult.Enhanced(better);
        Failed(answer.Fault ?? (answer.IsGranted ? "the answer has no text." : $"the answer has status {answer.Status}."));
        return Failure(answer);
    }

    public void Dispose() => _http?.Dispose();

    // What it says stays out of it: it may repeat the operator's key or tell of the operator's account.
    private static EnhanceResult Failure(ProviderAnswer answer) => answer.Status switch
    {
        429 => new EnhanceResult.Away("The chat API of this server has too much to do now. Try again later.", Wait(answer)),
        null or 408 or >= 500 => new EnhanceResult.Away("The chat API of this server does not answer now. Try again later.", Wait(answer)),
        >= 200 and <= 299 when answer.IsStalled => new EnhanceResult.Away("The chat API of this server did not answer in time. Try again later.", null),
        >= 200 and <= 299 => new EnhanceResult.Useless("The chat API of this server answered without a prompt. Try other words."),
        _ => new EnhanceResult.Useless("The chat API of this server refuses to be asked; its operator finds why in the log."),
    };

    private static TimeSpan? Wait(ProviderAnswer answer) => answer.RetryAfter is { } wait ? wait < LongestWait ? wait : LongestWait : null;

    private static JsonObject Message(string role, string content) => new() { ["role"] = role, ["content"] = content };

    private static bool IsPrompt(FormControl control) => control.Role == FormRole.Prompt;

    private InputFault? Fault(string prompt, string? model, string? mode)
    {
        if (string.IsNullOrWhiteSpace(prompt) || prompt.Length > LongestPrompt)
            return new("prompt", $"prompt must have 1 to {LongestPrompt} characters; it has {prompt.Length}.", GivenValue.Of(prompt));
        if (model is null) return mode is null || Modes().Contains(mode) ? null : new("mode", "No model has this mode.", GivenValue.Of(mode), Modes());
        if (_catalog.Find(model) is not { } found) return _catalog.Unknown(model);
        var wish = new GenerationInput { Model = model, Mode = mode };
        if (_catalog.FormOf(wish) is not { } form) return _catalog.Plan(wish).Faults[0];
        return form.Controls.Any(IsPrompt) ? null : new("model", $"{found.Name} takes no prompt for {form.Mode}.", GivenValue.Of(model));
    }

    private string[] Modes() => [.. _catalog.Models.SelectMany(model => model.Modes).Select(form => form.Mode).Distinct()];

    [LoggerMessage(330, LogLevel.Warning, "A prompt could not be enhanced: {Reason} Look at the address, the key and the model of the chat API.")]
    private partial void Failed(string reason);
}
