import { useMutation } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button";
import { Confirm } from "../../ui/Confirm";

interface RotateSecretProps<T> {
  rotate(): Promise<T>;
  onRotated(answer: T): void;
}

/** Exchanges a secret for a new one, once that was confirmed. */
export function RotateSecret<T>({ rotate, onRotated }: RotateSecretProps<T>) {
  const { t } = useTranslation("webhooks");
  const [asking, setAsking] = useState(false);
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: rotate,
    onSuccess: (answer) => {
      onRotated(answer);
      setAsking(false);
    },
  });
  return (
    <>
      <Button
        size="sm"
        icon={<RefreshCw size={14} aria-hidden />}
        className="max-md:h-11"
        onClick={() => {
          reset();
          setAsking(true);
        }}
      >
        {t("secret.rotate")}
      </Button>
      <Confirm
        open={asking}
        title={t("secret.rotateTitle")}
        action={t("secret.rotate")}
        busy={isPending}
        error={error}
        onConfirm={() => mutate()}
        onClose={() => setAsking(false)}
      >
        {t("secret.rotateText")}
      </Confirm>
    </>
  );
}
