using Kinora.Sandbox.Files;
using Kinora.Sandbox.Tasks;

namespace Kinora.Sandbox;

/// <summary>Deletes what has had its time: at the start, when the clock is moved, and now and then while tasks are made.</summary>
internal sealed class Upkeep(TaskStore tasks, VideoFolder videos, UploadFolder uploads, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private DateTimeOffset _last = DateTimeOffset.MinValue;

    public void Run()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (now - _last < Every) return;
            _last = now;
            tasks.Sweep();
            videos.Sweep();
            uploads.Sweep();
        }
    }
}
