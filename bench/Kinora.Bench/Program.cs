using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Kinora.Bench;

// A simulation has counts and ratios, and nothing to be timed.
if (args is ["polling"])
{
    PollingTable.Print();
    return;
}

if (args is ["acceptances"])
{
    await AcceptanceTable.PrintAsync();
    return;
}

// The real server in a process of its own; the number of generations may be given.
if (args is ["in-flight", ..])
{
    await InFlightTable.PrintAsync(Count(100_000));
    return;
}

if (args is ["restart", ..])
{
    await RestartTable.PrintAsync(Count(10_000));
    return;
}

// Two real servers, two accounts, and budgets that are kept.
if (args is ["burst", ..])
{
    await BurstTable.PrintAsync(Count(100));
    return;
}

if (args is [BareServer.Verb, var bare])
{
    await BareServer.ServeAsync(bare);
    return;
}

// The real server and a bare one, each in a process of its own.
if (args is ["submit", ..])
{
    await SubmitTable.PrintAsync(Count(5_000));
    return;
}

// In this process: what is measured is what was built, and nothing else is. `--filter *` runs all; see docs of BenchmarkDotNet for the rest.
var config = ManualConfig.Create(DefaultConfig.Instance)
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "results"));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args, config);

int Count(int usual) => args is [_, var number] ? int.Parse(number, CultureInfo.InvariantCulture) : usual;
