import { Layers, Server, Zap } from "lucide-react";

const icons: Record<string, typeof Zap> = { kie: Zap, replicate: Layers };

export function ProviderIcon({ provider }: { provider: string }) {
  const Icon = icons[provider] ?? Server;
  return (
    <span className="grid size-10 shrink-0 place-items-center rounded-md bg-surface-3" aria-hidden>
      <Icon size={20} />
    </span>
  );
}
