import { Columns3, Film, Keyboard, KeyRound, Languages, Moon, Settings2, Table2, User } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { chooseLanguage, switchTheme } from "../account/preferences/prefer";
import { useAccount } from "../app/account";
import { places } from "../app/places";
import { useShell } from "../app/shellContext";
import { comparable } from "../compare/plan";
import { useDraft } from "../draft/DraftProvider";
import { rememberModel } from "../draft/recent";
import { languages } from "../i18n";
import type { Act } from "./act";

const icon = { size: 16, "aria-hidden": true } as const;

const action = (id: string, title: string, face: Act["face"], act: () => void, rest: Partial<Act> = {}): Act => ({
  id: `action-${id}`,
  group: "actions",
  title,
  face,
  act,
  ...rest,
});

/** What can be done from anywhere: new work, every place, the look of the studio. */
export function useActions(text: string): readonly Act[] {
  const { t, i18n } = useTranslation(["palette", "frame"]);
  const { role } = useAccount();
  const { models } = useDraft();
  const { openKeys } = useShell();
  const [path, navigate] = useLocation();
  const sought = text.trim().toLowerCase();
  const named =
    sought === "" || path.startsWith("/compare")
      ? undefined
      : comparable(models).find(({ available, name }) => available && name.toLowerCase().includes(sought));
  const goTo = (place: string) => t("go", { place });
  const pages = [
    ["/account", t("frame:nav.account"), User, ["G", "A"]],
    ["/account/keys", t("keys"), KeyRound, []],
    ["/account/preferences", t("preferences"), Settings2, []],
  ] as const;
  const keysOf: Readonly<Record<string, readonly string[]>> = {
    create: ["G", "C"],
    library: ["G", "L"],
    compare: ["G", "P"],
  };
  return [
    ...(named === undefined
      ? []
      : [
          action("compare-with", t("compareWith", { model: named.name }), <Columns3 {...icon} />, () => {
            rememberModel(named.id);
            navigate("/compare");
          }),
        ]),
    action("storyboard", t("newStoryboard"), <Film {...icon} />, () => navigate("/storyboard")),
    action("batch", t("newBatch"), <Table2 {...icon} />, () => navigate("/batch")),
    ...places
      .filter((place) => place.role === undefined || place.role === role)
      .map(({ key, href, icon: Icon }) =>
        action(`go-${key}`, goTo(t(`frame:nav.${key}`)), <Icon {...icon} />, () => navigate(href), {
          keys: keysOf[key] ?? [],
        }),
      ),
    ...pages.map(([href, name, Icon, keys]) =>
      action(`go-${href}`, goTo(name), <Icon {...icon} />, () => navigate(href), { keys }),
    ),
    action("theme", t("frame:nav.theme"), <Moon {...icon} />, switchTheme),
    ...languages
      .filter((language) => language !== i18n.language)
      .map((language) =>
        action(
          `speak-${language}`,
          t(`frame:language.${language}`),
          <Languages {...icon} />,
          () => chooseLanguage(language),
          {
            detail: t("frame:language.name"),
          },
        ),
      ),
    action("keys", t("frame:nav.keys"), <Keyboard {...icon} />, openKeys, { keys: ["?"] }),
  ];
}
