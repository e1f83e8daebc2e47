using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kinora.Bench;

/// <summary>The least that a durable answer over HTTP takes: Kestrel, and one insert that shares its commit with all who wait. Runs in a process of its own.</summary>
internal sealed class BareServer : IAsyncDisposable
{
    public const string Verb = "bare-server";
    private const int MostInCommit = 512;
    private readonly Process _process;

    private BareServer(Process process, Uri url) => (_process, Url) = (process, url);

    public Uri Url { get; }

    /// <param name="database">A path for SQLite, or the address of a PostgreSQL.</param>
    public static async Task<BareServer> StartAsync(string database)
    {
        var start = new ProcessStartInfo("dotnet", [Environment.GetCommandLineArgs()[0], Verb, database]) { RedirectStandardOutput = true, UseShellExecute = false };
        var process = Process.Start(start)!;
        return new(process, new((await process.StandardOutput.ReadLineAsync())!));
    }

    /// <summary>Serves until it is killed.</summary>
    public static async Task ServeAsync(string database)
    {
        Func<IReadOnlyList<(string Id, string Document)>, Task> insert =
            database.Contains('=', StringComparison.Ordinal) ? new PostgresCeiling(database).InsertAsync : new SqliteCeiling(database).InsertAsync;
        var waiting = Channel.CreateUnbounded<(string Id, string Document, TaskCompletionSource Done)>();
        _ = CommitAsync(waiting.Reader, insert);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(async context =>
        {
            using var body = new StreamReader(context.Request.Body);
            var (id, done) = (Guid.NewGuid().ToString("N"), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            waiting.Writer.TryWrite((id, await body.ReadToEndAsync(), done));
            await done.Task;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync($$$"""{"code":200,"msg":"success","data":{"taskId":"{{{id}}}"}}""");
        });
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await ((IHost)app).WaitForShutdownAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task CommitAsync(
        ChannelReader<(string Id, string Document, TaskCompletionSource Done)> waiting, Func<IReadOnlyList<(string Id, string Document)>, Task> insert)
    {
        while (await waiting.WaitToReadAsync())
        {
            var group = new List<(string Id, string Document, TaskCompletionSource Done)>();
            while (group.Count < MostInCommit && waiting.TryRead(out var one)) group.Add(one);
            await insert([.. group.Select(one => (one.Id, one.Document))]);
            foreach (var one in group) one.Done.SetResult();
        }
    }
}
