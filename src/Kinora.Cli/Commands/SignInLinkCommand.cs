using System.CommandLine;
using Kinora.Server.Hosting;
using Kinora.Server.Settings;
using Microsoft.Extensions.Configuration;

namespace Kinora.Cli.Commands;

/// <summary><c>kinora sign-in-link</c>: a new link for the owner, when every other way in is lost.</summary>
internal static class SignInLinkCommand
{
    public static Command Create()
    {
        var command = new Command(
            "sign-in-link",
            "Print a link by which the owner signs in once, within 24 hours. "
            + "It needs to write in the data folder (KINORA_DATA) of the server, which may run meanwhile.");
        command.SetAction(parsed => Run(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(TextWriter output, TextWriter error)
    {
        var (options, faults) = KinoraSettings.Read(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        foreach (var fault in faults) error.WriteLine(fault.ToString());
        if (faults.Count > 0) return ExitCodes.Usage;
        try
        {
            output.WriteLine($"Sign in: {Recovery.NewSignInLink(options, TimeProvider.System)}");
            return ExitCodes.Done;
        }
        catch (StartException fault)
        {
            error.WriteLine(fault.Message);
            return ExitCodes.Failed;
        }
    }
}
