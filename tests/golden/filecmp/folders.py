"""Comparing files and folders."""
import filecmp
import os

root = os.environ["SCRATCH"]
def write(path, text):
    path = os.path.join(root, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)
for side in "lr":
    write(f"{side}/same", "x")
    write(f"{side}/differs", side * 3)
    write(f"{side}/only_{side}", "x")
    write(f"{side}/sub/{side}", "")
write("l/funny", "")
os.mkdir(os.path.join(root, "r/funny"))
os.chdir(root)
print(filecmp.cmp("l/same", "r/same"), filecmp.cmp("l/same", "r/same", shallow=False), filecmp.cmp("l/differs", "r/differs", shallow=False), filecmp.cmp("l", "r"))
print(filecmp.cmpfiles("l", "r", ["same", "differs", "missing"], shallow=False))
d = filecmp.dircmp("l", "r", shallow=False)
print(d.left_list, d.right_list, d.common, d.left_only, d.right_only, d.common_dirs, d.common_files, d.common_funny, d.same_files, d.diff_files, d.funny_files, list(d.subdirs))
d.report()
filecmp.dircmp("l", "r", ignore=["same"]).report_full_closure()
try:
    d.nothing
except AttributeError as error:
    print(error)
