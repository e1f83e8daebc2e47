import { useTranslation } from "react-i18next";
import { SkeletonCard, useSlow } from "../ui/Skeleton";

export function PageSkeleton() {
  const { t } = useTranslation();
  const slow = useSlow(true);
  return (
    <main aria-busy aria-label={t("loading")} className="px-8 pt-24 max-md:px-4 max-md:pt-20">
      {slow && (
        <div className="grid grid-cols-3 gap-x-4.5 gap-y-6.5 max-xl:grid-cols-2 max-md:grid-cols-1">
          {[0, 1, 2, 3, 4, 5].map((index) => (
            <SkeletonCard key={index} />
          ))}
        </div>
      )}
    </main>
  );
}
