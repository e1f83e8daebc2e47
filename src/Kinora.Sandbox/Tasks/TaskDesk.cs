using KieAi;
using KieAi.AspNetCore;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Sandbox.Assets;
using Kinora.Sandbox.Control;
using Kinora.Sandbox.Faults;

namespace Kinora.Sandbox.Tasks;

/// <summary>Takes create calls: checks, charges, keeps the task and leaves the rest to its life.</summary>
internal sealed class TaskDesk(
    bool limits, ModelCatalog catalog, ModelStates states, TaskStore store, TaskLife life, SandboxAccount account, TaskInputs inputs, TaskPrices prices,
    AssetLibrary assets, AnswerFaults answers, Upkeep upkeep, TimeProvider clock)
{
    private const string Extend = "extend", Upscale = "upscale", Source = "source";

    private readonly RateWindow _creates = new(20, TimeSpan.FromSeconds(10), clock);

    /// <summary>Answers the id of the new task, or refuses the call in KIE's words.</summary>
    public async Task<KieReply<string>> CreateAsync(TaskOrder order)
    {
        upkeep.Run();
        if (limits && !_creates.TryTake()) return WireRefusal.TooManyCalls<string>();
        var (wire, script, unclear) = ScriptReader.Read(order.Wire);
        if (unclear is not null) return KieReply.Refused<string>(422, unclear);
        if (script.Refusal is { } scripted) return KieReply.Refused<string>(scripted.Code, scripted.Message);
        if (catalog.FindWire(order.Endpoint, order.Model) is not { } variant) return WireRefusal.UnknownModel;
        if (states.RefusalOf(order.Model, variant.Id) is { } off) return off;

        // As it came: a prompt of nothing but directives is a prompt.
        if (ModelCatalog.RefusalOf(variant, order.Wire) is { } own) return KieReply.Refused<string>(own.Code, own.Text);
        if (ModelCatalog.CheckWire(variant, order.Wire) is [var fault, ..]) return WireRefusal.Of(fault, order.Api);
        if (order.CallBackUrl is { } address && !IsHttp(address)) return WireRefusal.BadCallback;
        var (fields, missing) = assets.Exchange(wire);
        if (missing is not null) return KieReply.Refused<string>(422, missing);

        var input = inputs.Remember(catalog.ReadWire(variant, fields));
        if (SourceFault(variant, input) is { } refused) return refused;
        if (await LengthFaultAsync(variant, input) is { } length) return WireRefusal.Of(length);
        if (await prices.AskedAsync(variant, input, order.Continues) is not { } credits) return WireRefusal.UnfitSource;
        return await KeepAsync(order, variant, input, script, credits);
    }

    private async Task<KieReply<string>> KeepAsync(TaskOrder order, ModelVariant variant, GenerationInput input, TaskScript script, decimal credits)
    {
        var task = new SandboxTask
        {
            TaskId = TaskIds.Next(order.Api, order.Model, clock),
            Api = order.Api,
            Model = order.Model,
            Body = order.Body ?? order.Wire,
            Input = input,
            Continues = input is { Mode: Extend, Source: { } source } ? order.Continues ?? Root(source) : null,
            Seconds = (double?)catalog.Seconds(variant, input),
            Sound = catalog.HasSound(variant, input),
            Credits = credits,
            CreatedAt = clock.GetUtcNow(),
            CallBackUrl = order.CallBackUrl,
            Script = CannotBeRaised(input) ? script with { Failure = new(500, CodeWords.Failed(500)) } : script,
        };
        if (!account.TryCharge(credits)) return WireRefusal.NoCredits;
        try
        {
            // Once begun it is finished, whether or not the caller still listens: a task without its charge must not be.
            await store.SaveAsync(task, CancellationToken.None);
        }
        catch
        {
            account.GiveBack(credits);
            throw;
        }

        life.Begin(task);
        if (script.CreateAnswer is { } spoiled) answers.Spoil(spoiled);
        return KieReply.Success(task.TaskId);
    }

    private string? Root(string taskId) => store.Find(taskId) is { } task ? task.Continues ?? task.Input.Model : null;

    // A task that is continued or enlarged must be one of ours that has its video.
    private KieReply<string>? SourceFault(ModelVariant variant, GenerationInput input)
    {
        if (input.Source is not { } taskId) return null;
        if (store.Find(taskId) is not { } source) return WireRefusal.NoSource;
        if (store.IsExpired(source)) return WireRefusal.ExpiredSource;
        if (!source.IsSuccess) return WireRefusal.UnfinishedSource;
        var takes = variant.Modes.FirstOrDefault(mode => mode.Mode == input.Mode)?.Controls.FirstOrDefault(control => control.Role == Source)?.From;
        if (takes?.Contains(Root(taskId)) is false) return WireRefusal.UnfitSource;
        return input.Mode is Extend && IsRaised(taskId) ? WireRefusal.RaisedSource : null;
    }

    private bool CannotBeRaised(GenerationInput input) =>
        input is { Mode: Upscale, Source: { } taskId } && store.Find(taskId) is { Script.NoUpgrade: true };

    private bool IsRaised(string taskId) => store.All.Any(task =>
        !task.IsFailed && task.Input.Mode is Upscale && task.Input.Source == taskId && task.Input.Model == KieVeo1080p.CatalogueName);

    // What is known of lengths before anything is fetched: those of the sandbox's own files.
    private async Task<LengthFault?> LengthFaultAsync(ModelVariant variant, GenerationInput input)
    {
        if (input.ReferenceVideos.Count == 0 && input.ReferenceAudio.Count == 0) return null;
        return ModelCatalog.CheckLengths(variant, input, new() { Media = await inputs.MeasureAsync(input) });
    }

    private static bool IsHttp(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https");
}
