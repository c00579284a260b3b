from circle_one import missing
