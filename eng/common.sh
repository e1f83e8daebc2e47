# Sourced by ./run and ./test with $root set to the checkout.
set -euo pipefail

stamps=$root/artifacts/stamps
logs=$root/artifacts/logs
program=$root/artifacts/publish/Kinora.Cli/release/kinora.dll
mkdir -p "$stamps" "$logs"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

source "$root/eng/say.sh"
source "$root/eng/needs.sh"
source "$root/eng/build.sh"
