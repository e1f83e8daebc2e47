namespace KieAi.AspNetCore.Endpoints;

internal static class CommonEndpoints
{
    private static readonly KieRequestForm<KieDownloadUrlRequest> DownloadForm = new(KieRequestJsonContext.Default.KieDownloadUrlRequest, "url");

    public static void Map(KieRoutes routes)
    {
        routes.Get("/api/v1/chat/credit", async (context, account) =>
            KieEnvelope.From(await account.CreditAsync(context.RequestAborted), (writer, credit) => writer.WriteNumberValue(credit)));
        routes.Post("/api/v1/common/download-url", async (context, account) =>
        {
            var request = await KieRequestBody.ReadAsync(context, DownloadForm);
            return KieEnvelope.FromText(await account.DownloadUrlAsync(request.Url!, context.RequestAborted));
        });
    }
}
