using Kinora.Core.Accounts;
using Kinora.Core.Credits;
using Kinora.Core.Generations;
using Kinora.Core.Webhooks;

namespace Kinora.Core.Storage;

/// <summary>Decides in memory what changes come to, on top of how things stand: which are applied, and what is then to be written.</summary>
/// <remarks>Scopes lie on each other: one that is not merged leaves no trace. Pure, and the same for every engine.</remarks>
internal sealed class CommitScope
{
    private readonly CommitFacts _facts;
    private readonly CommitScope? _below;
    private readonly Dictionary<string, AccountState> _accounts = [];
    private readonly Dictionary<(string AccountId, string Key), KeptKey> _keys = [];

    public CommitScope(CommitFacts facts) => _facts = facts;

    private CommitScope(CommitScope below) => (_facts, _below) = (below._facts, below);

    /// <summary>The last change of each generation: its state is the one that is written.</summary>
    public Dictionary<string, GenerationChange> Generations { get; } = [];
    public IReadOnlyDictionary<string, AccountState> Accounts => _accounts;
    public IReadOnlyDictionary<(string AccountId, string Key), KeptKey> Keys => _keys;
    public List<LedgerEntry> Ledger { get; } = [];
    public List<HistoryRow> History { get; } = [];
    public List<NumberedEvent> Events { get; } = [];
    public List<DeliveryRow> Deliveries { get; } = [];

    /// <summary>Files that something refers to from now on.</summary>
    public HashSet<string> KeptFiles { get; } = [];

    /// <summary>Files that nothing refers to any more.</summary>
    public HashSet<string> DroppedFiles { get; } = [];

    /// <summary>Whether the store has not seen this generation yet.</summary>
    public bool IsNew(string generationId) => !_facts.Versions.ContainsKey(generationId);

    /// <summary>Decides on changes that callers handed in together.</summary>
    /// <param name="whole">All of them or none. When one is refused, the others are <see cref="CommitOutcome.Withdrawn"/>.</param>
    public IReadOnlyList<CommitResult> Add(IReadOnlyList<GenerationChange> changes, bool whole)
    {
        if (changes is [var only]) return [Add(only)];

        // What throws leaves nothing behind either.
        var scope = new CommitScope(this);
        var results = changes.Select(scope.Add).ToArray();
        if (whole && !results.All(IsApplied)) return [.. results.Select(result => IsApplied(result) ? new(CommitOutcome.Withdrawn) : result)];
        scope.Merge();
        return results;
    }

    /// <summary>Whom it concerns.</summary>
    public StoreNews News()
    {
        var news = new StoreNews();
        foreach (var generation in Generations.Values.Select(change => change.Generation).Where(generation => generation.DueAt is not null)) news.Add(generation.Status.Work());
        foreach (var happened in Events) news.Add(happened.AccountId, happened.Number);
        if (Deliveries.Count > 0) news.Add(WorkKind.Deliver);
        return news;
    }

    private CommitResult Add(GenerationChange change)
    {
        var scope = new CommitScope(this);
        var result = scope.Try(change);
        if (IsApplied(result)) scope.Merge();
        return result;
    }

    private CommitResult Try(GenerationChange change)
    {
        var generation = change.Generation;
        if (change.Idempotency is { } key)
        {
            if (KeyOf((generation.AccountId, key.Key)) is { } kept)
                return new(CommitOutcome.KeyTaken, ExistingId: kept.GenerationId, SameBody: kept.BodyHash == key.BodyHash);
            _keys[(generation.AccountId, key.Key)] = new(key.BodyHash, generation.Id);
        }

        if (generation.Version != (VersionOf(generation.Id) ?? 0) + 1 || !change.KeptFiles.All(IsLoose)) return new(CommitOutcome.Conflict);
        if (change.History is { } step && Count(change, step) is { } limited) return limited;
        foreach (var entry in change.Ledger)
        {
            if (!Post(entry)) return new(CommitOutcome.InsufficientCredits, Available(entry.AccountId));
            if (entry.KeyId is { } keyId && !Spend(entry, keyId, generation.CreatedAt, out var room)) return new(CommitOutcome.KeyCapReached, room);
        }

        Generations[generation.Id] = change;
        KeptFiles.UnionWith(change.KeptFiles);
        DroppedFiles.UnionWith(change.DroppedFiles);
        if (change.History is { } history) Append(generation, history);
        return new(CommitOutcome.Applied);
    }

    /// <summary>False when the account does not exist or, for a hold, cannot pay.</summary>
    private bool Post(LedgerEntry entry)
    {
        if (AccountOf(entry.AccountId) is not { } account) return false;
        if (entry.Kind is LedgerKind.Hold && entry.HeldChange > 0 && account.Balance - account.Held < entry.HeldChange) return false;
        _accounts[entry.AccountId] = account with { Balance = account.Balance + entry.BalanceChange, Held = account.Held + entry.HeldChange };
        Ledger.Add(entry);
        return true;
    }

    /// <summary>Counts what the step adds to its account's day and to what it has at providers; answers the limit that stands in the way.</summary>
    private CommitResult? Count(GenerationChange change, HistoryEntry step)
    {
        var generation = change.Generation;
        if (AccountOf(generation.AccountId) is not { } account) return null;
        var limits = account.LimitsWith(change.LimitsOfUsers);
        if (step.From is null)
        {
            // The day of a node whose clock is behind is the one that has begun elsewhere.
            var day = Math.Max(SpendingDay.Of(generation.CreatedAt), account.Day);
            var before = day == account.Day ? account.DayGenerations : 0;
            if (before >= limits.DailyGenerations) return new(CommitOutcome.DayIsFull, limits.DailyGenerations.Value);
            account = account with { Day = day, DayGenerations = before + 1 };
        }

        var (was, comes) = (IsAtProvider(step.From), IsAtProvider(step.To));
        if (comes && !was && step.To is GenerationStatus.Submitting && account.AtProviders >= limits.MaxConcurrent)
            return new(CommitOutcome.AccountIsFull, limits.MaxConcurrent.Value);
        _accounts[generation.AccountId] = account with { AtProviders = account.AtProviders + (comes ? 1 : 0) - (was ? 1 : 0) };
        return null;
    }

    /// <summary>False when a hold is more than the key's caps leave, which is <paramref name="room"/>.</summary>
    private bool Spend(LedgerEntry entry, string keyId, DateTimeOffset acceptedAt, out long room)
    {
        room = 0;
        if (AccountOf(entry.AccountId) is not { KeyCaps: { } caps } account || !caps.TryGetValue(keyId, out var cap)) return true;
        var day = SpendingDay.Of(acceptedAt);
        if (entry.Kind is LedgerKind.Hold)
        {
            (cap, day) = (cap.On(day), Math.Max(day, cap.Day));
            room = Math.Max(0, cap.Room);
            if (entry.HeldChange > room) return false;
        }

        var posted = cap.Post(entry.HeldChange - entry.BalanceChange, day);
        _accounts[entry.AccountId] = account with { KeyCaps = new Dictionary<string, KeyCap>(caps) { [keyId] = posted } };
        return true;
    }

    private void Append(Generation generation, HistoryEntry history)
    {
        // That it was accepted, and when, the generation says itself.
        if (history.From is not null) History.Add(new(generation.Id, generation.Version, history));
        if (AccountOf(generation.AccountId) is not { } account) throw new InvalidOperationException($"{generation.Id} has no account.");
        _accounts[generation.AccountId] = account = account with { LastEvent = account.LastEvent + 1 };
        Events.Add(new(generation.AccountId, account.LastEvent, generation.Id));
        Deliveries.AddRange(Announcement.Of(generation, history, account.Webhooks));
    }

    private void Merge()
    {
        foreach (var (id, change) in Generations) _below!.Generations[id] = change;
        foreach (var (id, account) in _accounts) _below!._accounts[id] = account;
        foreach (var (key, kept) in _keys) _below!._keys[key] = kept;
        _below!.Ledger.AddRange(Ledger);
        _below.History.AddRange(History);
        _below.Events.AddRange(Events);
        _below.Deliveries.AddRange(Deliveries);
        _below.KeptFiles.UnionWith(KeptFiles);
        _below.DroppedFiles.UnionWith(DroppedFiles);
    }

    private long Available(string accountId) => AccountOf(accountId) is { } account ? account.Balance - account.Held : 0;

    private int? VersionOf(string id) =>
        Generations.TryGetValue(id, out var written) ? written.Generation.Version
        : _below is not null ? _below.VersionOf(id)
        : _facts.Versions.TryGetValue(id, out var stored) ? stored : null;

    private AccountState? AccountOf(string id) =>
        _accounts.TryGetValue(id, out var changed) ? changed
        : _below is not null ? _below.AccountOf(id)
        : _facts.Accounts.TryGetValue(id, out var stored) ? stored : null;

    private KeptKey? KeyOf((string AccountId, string Key) key) =>
        _keys.TryGetValue(key, out var kept) ? kept
        : _below is not null ? _below.KeyOf(key)
        : _facts.Keys.TryGetValue(key, out var stored) ? stored : null;

    private bool IsLoose(string file) => _facts.LooseFiles.Contains(file) && !IsKept(file);

    private bool IsKept(string file) => KeptFiles.Contains(file) || _below?.IsKept(file) is true;

    private static bool IsAtProvider(GenerationStatus? status) => status is GenerationStatus.Submitting or GenerationStatus.Running;

    private static bool IsApplied(CommitResult result) => result.Outcome is CommitOutcome.Applied;
}

/// <summary>A line of history as it is written; <paramref name="Number"/> is the version that it led to.</summary>
internal sealed record HistoryRow(string GenerationId, int Number, HistoryEntry Entry);

/// <summary>A delivery as it is written, due at once.</summary>
internal sealed record DeliveryRow
{
    public string Id { get; init; } = "";
    public required string AccountId { get; init; }
    public string? GenerationId { get; init; }
    public int Number { get; init; }
    public required string Surface { get; init; }
    public string? Type { get; init; }
    public string? EndpointId { get; init; }

    /// <summary>Null for an endpoint's own.</summary>
    public Uri? Url { get; init; }
    public required string Lane { get; init; }
    public string? Document { get; init; }
    public required DateTimeOffset At { get; init; }
}
