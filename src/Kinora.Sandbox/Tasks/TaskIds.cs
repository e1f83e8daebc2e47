using System.Security.Cryptography;

namespace Kinora.Sandbox.Tasks;

/// <summary>Makes task ids in the looks of KIE's. They are names of files too: only letters, digits, dots, dashes and underscores.</summary>
internal static class TaskIds
{
    public static string Next(string api, string model, TimeProvider clock)
    {
        var random = RandomNumberGenerator.GetHexString(12, lowercase: true);
        var moment = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return api switch
        {
            TaskApi.Jobs or TaskApi.Service => $"task_{Family(model)}_{moment}{random[..6]}",
            TaskApi.Veo or TaskApi.VeoUpgrade => $"veo_task_{random}{moment:x}",
            TaskApi.Modify => Guid.NewGuid().ToString("N"),
            _ => Guid.NewGuid().ToString(),
        };
    }

    private static string Family(string model)
    {
        var family = string.Concat(model.Split('/')[0].Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.'));
        return family.Length is > 0 and <= 40 ? family : "market";
    }
}
