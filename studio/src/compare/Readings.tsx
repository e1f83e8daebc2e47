import { useTranslation } from "react-i18next";
import type { Generation } from "../api/types";
import { clock, megabytes, span } from "../ui/format";
import { Cell, Head, Table } from "../ui/Table";
import { creditsPerSecond, tookSeconds, waitedSeconds } from "./readings";

const unknown = "–";
const or = <T,>(value: T | null, show: (value: T) => string) => (value === null ? unknown : show(value));

/** The finished takes in numbers, side by side. */
export function Readings({ takes }: { takes: readonly Generation[] }) {
  const { t } = useTranslation("compare");
  const rows = [
    { key: "perSecond", read: (take: Generation) => or(creditsPerSecond(take), String) },
    { key: "waited", read: (take: Generation) => or(waitedSeconds(take), span) },
    { key: "rendered", read: (take: Generation) => or(tookSeconds(take), clock) },
    {
      key: "picture",
      read: ({ outputs: [output] }: Generation) => (output ? `${output.width} × ${output.height}` : unknown),
    },
    {
      key: "file",
      read: ({ outputs: [output] }: Generation) =>
        output ? t("readings.fileIs", { size: megabytes(output.bytes), rate: Math.round(output.frameRate) }) : unknown,
    },
  ] as const;
  return (
    <section className="mt-4 rounded-lg bg-surface-1 px-5 py-4.5 max-md:hidden">
      <Table label={t("readings.title")}>
        <thead>
          <tr>
            <Head className="w-1/4">{t("readings.title")}</Head>
            {takes.map(({ id, model }) => (
              <Head key={id}>{model.name}</Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, read }) => (
            <tr key={key}>
              <th scope="row" className="h-9.5 border-b border-line px-3 text-left font-normal text-ink-2">
                {t(`readings.${key}`)}
              </th>
              {takes.map((take) => (
                <Cell key={take.id}>{read(take)}</Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
