import { useTranslation } from "react-i18next";
import type { Generation, Output } from "../api/types";
import { ratioName } from "../library/look";
import { useModeName } from "../library/useModeName";
import { settingRows } from "./settings";

/** What was asked for and what came, as measured. */
export function Parameters({ take, output }: { take: Generation; output: Output | undefined }) {
  const { t } = useTranslation("take");
  const modeName = useModeName();
  const { input } = take;
  const seconds = output?.durationSeconds ?? (input.duration != null && input.duration > 0 ? input.duration : null);
  const length = seconds === null ? null : t("seconds", { count: Math.round(seconds * 10) / 10 });
  const yesOrNo = (value: unknown) => (value === true ? t("on") : value === false ? t("off") : String(value));
  const rows: ReadonlyArray<readonly [string, string | null]> = [
    [t("mode"), modeName(take.mode)],
    [
      t("length"),
      [length, output && t("rate", { rate: Math.round(output.frameRate * 100) / 100 })].filter(Boolean).join(", ") ||
        null,
    ],
    [
      t("size"),
      output === undefined
        ? [input.aspectRatio, input.resolution].filter(Boolean).join(", ") || null
        : `${output.width} × ${output.height}, ${ratioName(output.width, output.height)}`,
    ],
    [t("sound"), output === undefined ? (input.sound == null ? null : yesOrNo(input.sound)) : yesOrNo(output.hasSound)],
    ...settingRows(input).map(([name, value]) => [name, yesOrNo(value)] as const),
  ];
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-2 tabular-nums">
      {rows.map(([name, value]) =>
        value === null ? null : (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="text-right break-words">{value}</dd>
          </div>
        ),
      )}
      <dt className="text-ink-3">{t("id")}</dt>
      <dd className="truncate text-right font-mono text-12 leading-[1.5] select-all" title={take.id}>
        {take.id}
      </dd>
    </dl>
  );
}
