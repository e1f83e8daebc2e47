using System.CommandLine;
using Kinora.Cli;
using Kinora.Cli.Commands;

var root = new RootCommand("Kinora turns a prompt into a finished video that you keep.");
root.Subcommands.Add(ServeCommand.Create());
root.Subcommands.Add(SandboxCommand.Create());
root.Subcommands.Add(SignInLinkCommand.Create());

// A server ends in its own way and time when it is told to: no clock is set on it here.
var asked = root.Parse(args);
var code = await asked.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
return asked.Errors.Count > 0 ? ExitCodes.Usage : code;
