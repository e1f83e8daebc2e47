using System.Text.Json;
using Kinora.Sandbox.Faults;
using Kinora.Sandbox.Files;
using Kinora.Sandbox.Tasks;
using Kinora.Sandbox.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kinora.Sandbox.Control;

/// <summary>
/// The sandbox's own calls, which KIE does not have. What only reads needs no key, and answers only by <see cref="LocalHost"/>; what changes
/// something needs a key and JSON, which no foreign web page can send.
/// </summary>
internal sealed class ControlEndpoints(
    SandboxBackend backend, SandboxClock clock, SandboxAccount account, ModelStates states, TaskStore tasks, TaskLines lines, TaskLife life,
    Upkeep upkeep, SandboxAddresses addresses)
{
    private const int LargestBody = 16 * 1024;
    private const decimal MostCredits = 1_000_000_000;

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", (HttpContext context) => Local(context, () => SandboxPage.SendHtml(context)));
        endpoints.MapGet("/sandbox/page.css", SandboxPage.SendCss);
        endpoints.MapGet("/sandbox/page.js", SandboxPage.SendJs);
        endpoints.MapGet("/sandbox/tasks", (HttpContext context) => Local(context, () => Results.Json(lines.Of(tasks.All), SandboxJson.Default.TaskList)));
        endpoints.MapGet("/sandbox/status", (HttpContext context) => Local(context, () => Results.Json(Status(), SandboxJson.Default.SandboxStatus)));
        endpoints.MapGet("/sandbox/clock", (HttpContext context) => Local(context, Clock));
        endpoints.MapGet("/sandbox/models", (HttpContext context) => Local(context, Models));
        endpoints.MapPost("/sandbox/clock", Task<IResult> (HttpContext context, CancellationToken stop) => ChangeAsync(context, Advance, stop));
        endpoints.MapPut("/sandbox/models", Task<IResult> (HttpContext context, CancellationToken stop) => ChangeAsync(context, SetModel, stop));
        endpoints.MapPost("/sandbox/credits", Task<IResult> (HttpContext context, CancellationToken stop) => ChangeAsync(context, SetCredits, stop));
        endpoints.MapPost("/sandbox/callbacks", Task<IResult> (HttpContext context, CancellationToken stop) => ChangeAsync(context, CallAgain, stop));
    }

    private IResult Advance(JsonElement body)
    {
        if (Spell.Read(Text(body, "advance"), SandboxClock.MostAhead) is not { } by || !clock.TryAdvance(by))
            return Fault($"advance must be a time such as 20m, 14d or 14.00:00:00, and {SandboxClock.MostAhead.TotalDays:0} days in all at most.");
        upkeep.Run();
        return Clock();
    }

    private IResult SetModel(JsonElement body)
    {
        if (Text(body, "model") is not { Length: > 0 and <= 100 } model)
            return Fault($"model must be a model as create calls name it, or {ModelStates.Every} for all.");
        if (Text(body, "state") is not { } state || !ModelStates.Known.ContainsKey(state))
            return Fault($"state must be one of {string.Join(", ", ModelStates.Known.Keys)}.");
        return states.TrySet(model, state) ? Models() : Fault("There are too many models with a state of their own.");
    }

    private IResult SetCredits(JsonElement body)
    {
        if (!body.TryGetProperty("credits", out var value) || value.ValueKind is not JsonValueKind.Number || !value.TryGetDecimal(out var credits)
            || credits is < 0 or > MostCredits) return Fault($"credits must be a number from 0 to {MostCredits}.");
        account.Set(credits);
        return Results.Json(Status(), SandboxJson.Default.SandboxStatus);
    }

    private IResult CallAgain(JsonElement body)
    {
        if (Text(body, "taskId") is not { } id || tasks.FindLive(id) is not { } task) return Fault("taskId must be a task of the last 14 days.");
        if (task is not { IsFinal: true, CallBackUrl: not null }) return Fault("The task is not done, or was created without a callBackUrl.");
        return life.Begin(task with { CallbackDone = false })
            ? Results.Json(lines.Of(task), SandboxJson.Default.TaskLine, statusCode: StatusCodes.Status202Accepted)
            : Fault("Its callback is being sent.", StatusCodes.Status409Conflict);
    }

    private SandboxStatus Status() => new(
        account.Balance, ClockReading.Of(clock), States(),
        [.. Directive.All.Select(one => new DirectiveLine($"[[{one.Name}]]", one.Form, one.Meaning))]);

    private IResult Clock() => Results.Json(ClockReading.Of(clock), SandboxJson.Default.ClockReading);

    private IResult Models() => Results.Json(new ModelStateList(States(), [.. ModelStates.Known.Keys]), SandboxJson.Default.ModelStateList);

    private ModelState[] States() => [.. states.All.Select(one => new ModelState(one.Key, one.Value))];

    private IResult Local(HttpContext context, Func<IResult> answer) =>
        LocalHost.Names(context.Request.Host.Host, addresses.PublicUrl) ? answer() : Results.NotFound();

    private async Task<IResult> ChangeAsync(HttpContext context, Func<JsonElement, IResult> change, CancellationToken stop)
    {
        if (!backend.Knows(context.Request.Headers.Authorization)) return Fault("A bearer key of the sandbox is needed.", StatusCodes.Status401Unauthorized);
        if (!context.Request.HasJsonContentType()) return Fault("The body must be JSON.", StatusCodes.Status415UnsupportedMediaType);
        try
        {
            return await ReadAsync(context.Request.Body, stop) is { } body ? change(body) : Fault("The body must be a JSON object of at most 16 KB.");
        }
        catch (InvalidOperationException)
        {
            return Fault("The body has a text or a name that is no Unicode.");
        }
    }

    private static async Task<JsonElement?> ReadAsync(Stream content, CancellationToken stop)
    {
        var bytes = new byte[LargestBody + 1];
        try
        {
            var length = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, stop);
            if (length > LargestBody) return null;
            using var document = JsonDocument.Parse(bytes.AsMemory(0, length));
            return document.RootElement.ValueKind is JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception e) when (e is JsonException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static IResult Fault(string message, int status = StatusCodes.Status400BadRequest) =>
        Results.Json(new ControlFault(message), SandboxJson.Default.ControlFault, statusCode: status);
}
