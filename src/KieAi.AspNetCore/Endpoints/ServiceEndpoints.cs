namespace KieAi.AspNetCore.Endpoints;

/// <summary>The one form that early callers have for all services. KIE never documented it; it is an adapter onto the jobs API.</summary>
internal static class ServiceEndpoints
{
    /// <summary>Those callers count 10 to 15 characters; the lower bound refuses less.</summary>
    private const int ShortestPrompt = 10;

    private static readonly string[] Services = ["sora", "kling", "minimax", "hailuo", "wan", "seedance"];

    private static readonly KieRequestForm<KieServiceRequest> Form = new(KieServiceJsonContext.Default.KieServiceRequest);

    public static void Map(KieRoutes routes)
    {
        foreach (var service in Services)
        {
            routes.Post(
                $"/api/v1/{service}/generate",
                KieCalls.Create(Form, (account, request, stop) => account.CreateServiceTaskAsync(service, Check(request), stop)));
            routes.Get($"/api/v1/{service}/record-info", KieCalls.Find(FindAsync, KieServiceJsonContext.Default.KieServiceTask));
        }
    }

    private static KieServiceRequest Check(KieServiceRequest request)
    {
        if ((request.Prompt?.Trim().Length ?? 0) < ShortestPrompt)
            throw new KieRequestException(1001, "Invalid prompt");
        if (request.ImageUrl is { } image && !(Uri.TryCreate(image, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            throw new KieRequestException(1002, "Invalid image");
        return request;
    }

    private static async Task<KieReply<KieServiceTask>> FindAsync(IKieAccount account, string taskId, CancellationToken cancellationToken) =>
        (await account.FindTaskAsync(taskId, cancellationToken)).Map(KieServiceTask.From);
}
