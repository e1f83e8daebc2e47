namespace Kinora.Client;

/// <summary>Body of <c>POST /api/quotes/batch</c>.</summary>
/// <param name="Requests">1 to 100 request forms.</param>
public sealed record QuoteBatchRequest(IReadOnlyList<GenerateVideoRequest> Requests);

/// <summary>What several requests would cost.</summary>
/// <param name="Items">For each request, in their order.</param>
/// <param name="Credits">What those without faults would hold together.</param>
/// <param name="Exact">Whether that is also what will be charged, rather than its upper bound.</param>
/// <param name="Available">What the account can spend.</param>
/// <param name="Lacking">What the account lacks for all of them; 0 where it lacks nothing.</param>
public sealed record QuoteBatchResponse(IReadOnlyList<QuoteBatchItem> Items, long Credits, bool Exact, long Available, long Lacking);

/// <summary>The quote of a request, or its faults.</summary>
/// <param name="Quote">Null where there are faults.</param>
/// <param name="Errors">Each field at fault, named as in the request itself; null where there are none.</param>
public sealed record QuoteBatchItem(QuoteResponse? Quote, IReadOnlyList<FieldProblem>? Errors);
