export default function StoryboardPage() {
  return null;
}
