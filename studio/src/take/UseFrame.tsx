import { Scan } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { Generation, Output } from "../api/types";
import { useDraft } from "../draft/DraftProvider";
import { mediaOf } from "../draft/media";
import { useRun } from "../library/useRun";
import { Button } from "../ui/Button";
import { timecode } from "../ui/format";
import { Menu, MenuItem } from "../ui/Menu";
import { frameOf } from "./calls";
import { startsFromPicture } from "./frames";

interface UseFrameProps {
  take: Generation;
  output: Output;
  time: number;
}

/** Begins a new take with a frame of this one: keeps it as a picture and puts it into the composer. */
export function UseFrame({ take, output, time }: UseFrameProps) {
  const { t } = useTranslation("take");
  const [, go] = useLocation();
  const { models, model, update } = useDraft();
  const runner = useRun();
  const start = startsFromPicture(models, [take.model.id, model.id]);
  if (start === null) {
    return null;
  }
  const use = (frame: number | "firstFrame" | "lastFrame") =>
    runner.run("frame", async () => {
      const asset = await frameOf(take.id, output.index, frame);
      const picture = mediaOf(asset, asset.name ?? t("frameOf", { title: take.input.prompt ?? take.model.name }));
      update({
        model: start.model.id,
        mode: start.mode.mode,
        tier: start.mode.tier ?? null,
        media: { firstFrame: [picture] },
        source: null,
      });
      go("/");
    });
  return (
    <>
      <Menu
        trigger={
          <Button
            kind="line"
            busy={runner.busy !== null}
            className="max-md:min-h-11"
            icon={<Scan size={16} aria-hidden />}
          >
            {t("useFrame")}
          </Button>
        }
      >
        <MenuItem onSelect={() => use(Math.min(time, output.durationSeconds))}>
          {t("thisFrame", { time: timecode(time) })}
        </MenuItem>
        <MenuItem onSelect={() => use("firstFrame")}>{t("firstFrame")}</MenuItem>
        <MenuItem onSelect={() => use("lastFrame")}>{t("lastFrame")}</MenuItem>
      </Menu>
      {runner.fault !== null && (
        <span role="alert" className="text-bad">
          {runner.fault}
        </span>
      )}
    </>
  );
}
