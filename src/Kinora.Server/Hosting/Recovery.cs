using Kinora.Server.Auth;

namespace Kinora.Server.Hosting;

/// <summary>A way in for who can write in the data folder, while the server runs or not.</summary>
public static class Recovery
{
    /// <summary>A link by which the owner signs in once, within 24 hours, at the server of this data folder.</summary>
    /// <exception cref="StartException">The folder is not there or cannot be written.</exception>
    public static Uri NewSignInLink(KinoraOptions options, TimeProvider time)
    {
        if (!Directory.Exists(options.DataFolder))
            throw new StartException($"There is no data folder {options.DataFolder}. Say with {Settings.SettingNames.Data} where the server keeps its own.");
        try
        {
            return new(options.PublicUrl ?? ListenAddress.ForPeopleAt(options.Urls[0]), "/sign-in?token=" + new RecoveryLink(options, time).New());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The data folder {options.DataFolder} cannot be written: {e.Message}", e);
        }
    }
}
