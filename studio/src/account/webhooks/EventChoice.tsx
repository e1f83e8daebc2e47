import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Chip } from "../../ui/Chip";
import { eventNames } from "./calls";

interface EventChoiceProps {
  events: readonly string[];
  onChange(events: string[]): void;
}

/** What an endpoint hears. The last one stays: an endpoint that hears nothing is paused. */
export function EventChoice({ events, onChange }: EventChoiceProps) {
  const { t } = useTranslation("webhooks");
  function toggle(event: string): void {
    const next = events.includes(event) ? events.filter((one) => one !== event) : [...events, event];
    if (next.length > 0) {
      onChange(eventNames.filter((one) => next.includes(one)));
    }
  }
  return (
    <div role="group" aria-label={t("events")} className="flex flex-wrap gap-1.5">
      {eventNames.map((event) => {
        const on = events.includes(event);
        return (
          <Chip
            key={event}
            pressed={on}
            icon={on ? <Check size={14} aria-hidden /> : undefined}
            onClick={() => toggle(event)}
          >
            <span className="font-mono text-12">{event}</span>
          </Chip>
        );
      })}
    </div>
  );
}
